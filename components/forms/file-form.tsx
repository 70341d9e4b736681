import { FileDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FileSender } from "@/components/forms/file-sender";

type Props = { action: string; tone?: "primary" | "quiet"; children: ReactNode };

/** A button that saves a file. Without script it is a plain form: it answers with the file, and the page stays where it is. */
export function FileForm({ action, tone, children }: Props) {
  const t = useTranslations("files");
  return (
    <FileSender
      action={action}
      tone={tone}
      preparing={t("preparing")}
      saved={t.raw("saved")}
      unreached={t("unreached")}
    >
      <FileDown />
      {children}
    </FileSender>
  );
}
