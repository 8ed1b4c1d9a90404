import { Button, CopyButton, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "./settings.module.css";

/** A secret that is shown this once, with a button to copy it. */
export function Secret({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles.secret} role="status">
      <TextInput
        label={label}
        description={t("secret.once")}
        value={value}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
        className="grow"
      />
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Button variant="default" size="sm" onClick={copy}>
            {t(copied ? "secret.copied" : "secret.copy")}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
