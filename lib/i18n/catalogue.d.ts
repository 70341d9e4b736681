import type messages from "@/lib/i18n/en.json";

declare module "use-intl" {
  interface AppConfig {
    Locale: "en";
    Messages: typeof messages;
  }
}
