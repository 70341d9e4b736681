import { getRequestConfig } from "next-intl/server";
import messages from "@/lib/i18n/en.json";

/** One language for now. Days are formatted from `forDisplay`, in UTC. */
export default getRequestConfig(async () => ({ locale: "en", messages, timeZone: "UTC" }));
