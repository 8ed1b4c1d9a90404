/** Stopping a rule, a detector or all enforcement within a second; undoing what a rule did; letting what is stopped go on. */
import type { Outcome, Stage, Switch } from "@assay/contract";
import { Button, Modal, SegmentedControl, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api.ts";
import { useFormat } from "../format.ts";
import { queryClient, switchesQuery } from "../queries.ts";
import { useCan } from "../session.ts";
import { problemText } from "../shell/Fallback.tsx";
import { Panel } from "../shell/Page.tsx";
import { say } from "../shell/toasts.ts";
import styles from "./editor.module.css";

const dayMs = 86_400_000;
/** How far back what a rule did may be undone here, in days; 0 leaves it as it is. */
const spans = [0, 1, 7, 30] as const;
const refresh = () => queryClient.invalidateQueries({ queryKey: switchesQuery.queryKey });

/** Asks why, and for a rule whether what it did is undone too, with how much that would be. */
export function StopButton({
  kind,
  target,
  rule,
}: {
  kind: Switch["kind"];
  target: string;
  rule?: { stage: Stage; id: string };
}) {
  const { t } = useTranslation();
  const mayStop = useCan("policy.stop");
  const [opened, { open, close }] = useDisclosure();
  const [reason, setReason] = useState("");
  const [days, setDays] = useState(0);
  const [since] = useState(() => Date.now());
  const asked =
    rule && days > 0
      ? { stage: rule.stage, rule: rule.id, since: new Date(since - days * dayMs).toISOString() }
      : undefined;
  const preview = useQuery({
    queryKey: ["reversal-preview", asked],
    queryFn: () => api.previewReversal(asked!),
    enabled: opened && asked !== undefined,
  });
  const counts = Object.entries(preview.data?.by_outcome ?? {})
    .map(([outcome, n]) => `${t(`outcome.${outcome as Outcome}`)} ${n}`)
    .join(", ");
  const stop = useMutation({
    mutationFn: async () => {
      if (asked) await api.startReversal({ ...asked, reason: reason.trim() });
      else await api.stop({ kind, target, reason: reason.trim() });
    },
    onSuccess: () => {
      close();
      say({ kind: "info", text: t(asked ? "stops.undoing" : "stops.stopped", { target }), lasts: 6000 });
      void refresh();
    },
    onError: (error) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }),
  });
  if (!mayStop) return null;
  return (
    <>
      <Button variant="subtle" color="red" size="compact-xs" onClick={open}>
        {t(`stops.stop.${kind}`)}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t(`stops.title.${kind}`, { target })}
        centered
        closeButtonProps={{ "aria-label": t("close") }}
      >
        <form
          className="stack"
          style={{ gap: 12 }}
          onSubmit={(event) => {
            event.preventDefault();
            stop.mutate();
          }}
        >
          <p style={{ fontSize: 13 }}>{t(`stops.means.${kind}`)}</p>
          <TextInput
            label={t("stops.why")}
            required
            data-autofocus
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {rule && (
            <div>
              <p className={styles.head}>{t("stops.undo")}</p>
              <SegmentedControl
                size="xs"
                aria-label={t("stops.undo")}
                value={String(days)}
                onChange={(value) => setDays(Number(value))}
                data={spans.map((n) => ({
                  value: String(n),
                  label: n === 0 ? t("stops.undo_nothing") : t("backtest.days", { count: n }),
                }))}
              />
              {asked && (
                <p className="dim small" aria-live="polite">
                  {preview.data ? t("stops.would_undo", { count: preview.data.n, of: counts }) : "…"}
                </p>
              )}
            </div>
          )}
          <div className="row" style={{ justifyContent: "flex-end", gap: 8 }}>
            <Button variant="default" size="sm" onClick={close}>
              {t("cancel")}
            </Button>
            <Button type="submit" color="red" size="sm" loading={stop.isPending} disabled={reason.trim() === ""}>
              {t(asked ? "stops.stop_and_undo" : "stops.now")}
            </Button>
          </div>
        </form>
      </Modal>
    </>
  );
}

/** What is stopped now, on top of the policies. */
export function Stopped() {
  const { t } = useTranslation();
  const format = useFormat();
  const mayStop = useCan("policy.stop");
  const { data } = useQuery(switchesQuery);
  const start = useMutation({
    mutationFn: api.startAgain,
    onSuccess: refresh,
    onError: (error) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }),
  });
  const stopped = data?.data.filter(({ started_at }) => !started_at) ?? [];
  if (stopped.length === 0) return null;
  return (
    <Panel title={t("stops.heading")}>
      <ul className={styles.stopped}>
        {stopped.map((each) => (
          <li key={each.id} className="row wrap between">
            <span>
              <b className="mono">{each.kind === "enforcement" ? t("stops.everything") : each.target}</b>{" "}
              <span className="untrusted">{each.reason}</span>
              <span className="dim small">
                {" "}
                · {each.stopped_by_name ?? each.stopped_by} · {format.ago(each.stopped_at)}
              </span>
            </span>
            {mayStop && (
              <Button
                size="compact-xs"
                variant="default"
                loading={start.isPending}
                onClick={() => start.mutate(each.id)}
              >
                {t("stops.go_on")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
