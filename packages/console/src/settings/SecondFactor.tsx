/** The second factor of one's own account: set up with an authenticator app, recovery codes shown once, ended with a code. */
import { Button, CopyButton, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api.ts";
import { meQuery, queryClient } from "../queries.ts";
import { useMe } from "../session.ts";
import { problemText } from "../shell/Fallback.tsx";
import styles from "./settings.module.css";

/** @param onDone once it is in force and the recovery codes were put away */
export function SecondFactor({ onDone }: { onDone?: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const begin = useMutation({ mutationFn: api.beginSecondFactor });
  const confirm = useMutation({ mutationFn: api.confirmSecondFactor });
  const end = useMutation({ mutationFn: api.endSecondFactor, onSuccess: refresh });
  if (confirm.data) {
    const codes = confirm.data.recovery_codes.join("\n");
    return (
      <div className="stack" style={{ gap: 10 }} role="status">
        <p className={styles.text}>{t("second_factor.keep_codes")}</p>
        <pre className={styles.codes}>{codes}</pre>
        <div className="row" style={{ gap: 8 }}>
          <CopyButton value={codes}>
            {({ copied, copy }) => (
              <Button variant="default" size="sm" onClick={copy}>
                {t(copied ? "secret.copied" : "secret.copy")}
              </Button>
            )}
          </CopyButton>
          <Button
            size="sm"
            onClick={() => {
              confirm.reset();
              begin.reset();
              void refresh().then(onDone);
            }}
          >
            {t("second_factor.kept")}
          </Button>
        </div>
      </div>
    );
  }
  if (me.user.second_factor) {
    return (
      <div className="stack" style={{ gap: 10 }}>
        <p className={styles.text}>{t("second_factor.on")}</p>
        <CodeForm
          field={t("second_factor.code")}
          label={t("second_factor.end")}
          pending={end.isPending}
          error={end.error}
          onCode={(code) => end.mutate(code)}
        />
      </div>
    );
  }
  if (!begin.data) {
    return (
      <div className="stack" style={{ gap: 10, alignItems: "flex-start" }}>
        <p className={styles.text}>{t("second_factor.off")}</p>
        {begin.error && <Failed error={begin.error} />}
        <Button variant="default" size="sm" loading={begin.isPending} onClick={() => begin.mutate()}>
          {t("second_factor.begin")}
        </Button>
      </div>
    );
  }
  return (
    <div className="stack" style={{ gap: 10 }}>
      <p className={styles.text}>{t("second_factor.scan")}</p>
      <img
        className={styles.qr}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(begin.data.qr)}`}
        alt={t("second_factor.qr")}
        width={180}
        height={180}
      />
      <p className={styles.text}>
        {t("second_factor.by_hand")} <code className={styles.secretText}>{begin.data.secret}</code>
      </p>
      <CodeForm
        field={t("second_factor.app_code")}
        label={t("second_factor.confirm")}
        pending={confirm.isPending}
        error={confirm.error}
        onCode={(code) => confirm.mutate(code)}
      />
    </div>
  );
}

const refresh = () => queryClient.invalidateQueries({ queryKey: meQuery.queryKey });

function CodeForm({
  field,
  label,
  pending,
  error,
  onCode,
}: {
  field: string;
  label: string;
  pending: boolean;
  error: Error | null;
  onCode: (code: string) => void;
}) {
  const [code, setCode] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onCode(code.trim());
  };
  return (
    <form onSubmit={submit} className="stack" style={{ gap: 8 }}>
      <div className={styles.inline}>
        <CodeInput value={code} onChange={setCode} label={field} />
        <Button type="submit" variant="default" size="sm" loading={pending} disabled={code.trim().length < 6}>
          {label}
        </Button>
      </div>
      {error && <Failed error={error} />}
    </form>
  );
}

/** Where a code is typed; phones show digits, password managers fill it in. */
export function CodeInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <TextInput
      label={label}
      autoComplete="one-time-code"
      inputMode="text"
      maxLength={20}
      required
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function Failed({ error }: { error: Error }) {
  const { t } = useTranslation();
  return (
    <p className={styles.failed} role="alert">
      {problemText(t, error)}
    </p>
  );
}
