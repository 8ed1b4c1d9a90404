/** A calm word after a long stretch of work. It can be put away, comes back in half an hour at the soonest, and nobody counts it. */
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../format.ts";
import { exposureQuery } from "../queries.ts";
import { useCan } from "../session.ts";
import styles from "./shell.module.css";

const quietMs = 30 * 60_000;

export function BreakReminder() {
  const { t } = useTranslation();
  const format = useFormat();
  const works = useCan("case.resolve");
  const { data } = useQuery({ ...exposureQuery, enabled: works, refetchInterval: 5 * 60_000 });
  const [quietUntil, setQuietUntil] = useState(0);
  if (!data?.shift.break_due || Date.now() < quietUntil) return null;
  return (
    <p className={styles.pause} role="status">
      {t("well.break", { length: format.length(data.shift.minutes * 60) })}
      <Button size="compact-xs" variant="subtle" onClick={() => setQuietUntil(Date.now() + quietMs)}>
        {t("well.later")}
      </Button>
    </p>
  );
}
