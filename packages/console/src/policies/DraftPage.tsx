/** A draft of a stage's policy: its rules, one opened to be changed; what it changes; what people say; the second person's yes. */
import type { PolicyDraftView, Rule } from "@assay/contract";
import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { queryOptions, useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, api } from "../api.ts";
import { useFormat } from "../format.ts";
import { catalogueQuery, queryClient } from "../queries.ts";
import { useCan, useReasons } from "../session.ts";
import { Confirm } from "../settings/Confirm.tsx";
import { problemText } from "../shell/Fallback.tsx";
import { Tag } from "../shell/Outcome.tsx";
import { Empty, Page, Panel } from "../shell/Page.tsx";
import { say } from "../shell/toasts.ts";
import { Backtest } from "./Backtest.tsx";
import { DraftComments } from "./DraftComments.tsx";
import styles from "./editor.module.css";
import { PolicyChanges } from "./PolicyChanges.tsx";
import { RuleEditor } from "./RuleEditor.tsx";

const route = getRouteApi("/desk/policies/drafts/$draft");
const draftQuery = (id: string) =>
  queryOptions({ queryKey: ["policy-draft", id], queryFn: () => api.policyDraft(id), refetchInterval: 15_000 });
const vocabularyQuery = (stage: string) =>
  queryOptions({ queryKey: ["vocabulary", stage], queryFn: () => api.vocabulary(stage), staleTime: 60_000 });
const views = ["rules", "changes", "source"] as const;

export function DraftPage() {
  const { t } = useTranslation();
  const { draft: id } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: draft } = useSuspenseQuery(draftQuery(id));
  const { data: vocabulary } = useSuspenseQuery(vocabularyQuery(draft.stage));
  const [made, setMade] = useState<Rule>();
  const isOpen = draft.state === "editing" || draft.state === "proposed";
  const mayWrite = useCan("policy.propose") && isOpen;
  const fail = (error: unknown) => {
    // Nothing is lost: what was typed stays, and what somebody else did is shown beside it.
    if (error instanceof ApiError && error.code === "draft_changed") void refresh(id);
    say({ kind: "error", text: problemText(t, error), lasts: 12_000 });
  };
  const take = (next: PolicyDraftView) => queryClient.setQueryData(draftQuery(id).queryKey, next);
  const save = useMutation({
    mutationFn: ({ was, rule }: { was: string; rule: Rule }) => api.putDraftRule(id, was, draft.revision, rule),
    onSuccess: (next, { rule }) => {
      take(next);
      setMade(undefined);
      void navigate({ search: { rule: rule.id } });
    },
    onError: fail,
  });
  const remove = useMutation({
    mutationFn: (rule: string) => api.removeDraftRule(id, rule, draft.revision),
    onSuccess: (next) => {
      take(next);
      void navigate({ search: {} });
    },
    onError: fail,
  });
  const view = views.find((each) => each === search["view"]) ?? "rules";
  const rule = made ?? draft.rules.find((each) => each.id === search["rule"]);
  return (
    <Page
      title={draft.title}
      lead={<DraftState draft={draft} />}
      actions={<DraftActions draft={draft} onDone={take} onFail={fail} />}
    >
      {draft.in_force !== draft.base && isOpen && <Outdated draft={draft} onDone={take} onFail={fail} />}
      {draft.mistakes.length > 0 && (
        <Panel title={t("policy_edit.mistakes", { count: draft.mistakes.length })}>
          <ul className={styles.mistakes} role="alert">
            {draft.mistakes.map((mistake) => (
              <li key={`${mistake.start} ${mistake.message}`}>
                <pre className={styles.quote}>{mistake.shown}</pre>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <SegmentedControl
        size="xs"
        style={{ alignSelf: "flex-start" }}
        value={view}
        aria-label={t("policies.view")}
        onChange={(next) => void navigate({ search: { view: next, ...(search["rule"] && { rule: search["rule"] }) } })}
        data={[
          { value: "rules", label: t("policies.rules") },
          { value: "changes", label: t("policy_edit.changes") },
          { value: "source", label: t("policies.source") },
        ]}
      />
      {view === "changes" && (
        <div className={styles.two}>
          <Panel title={t("policy_edit.changes")}>
            <PolicyChanges diff={draft.diff} />
          </Panel>
          <Panel title={t("policy_edit.comments")}>
            <DraftComments draft={draft} rule={undefined} />
          </Panel>
        </div>
      )}
      {view === "source" && <SourceEditor draft={draft} mayWrite={mayWrite} onDone={take} onFail={fail} />}
      {view === "rules" && (
        <div className={styles.desk}>
          <Panel
            flush
            title={t("policies.rules")}
            aside={
              mayWrite && (
                <Button size="compact-xs" variant="default" onClick={() => setMade(newRule(draft))}>
                  {t("policy_edit.new_rule")}
                </Button>
              )
            }
          >
            <RuleList
              draft={draft}
              chosen={made ? undefined : rule?.id}
              onChoose={(chosen) => {
                setMade(undefined);
                void navigate({ search: { rule: chosen } });
              }}
            />
          </Panel>
          <div className="stack" style={{ gap: 16 }}>
            <Panel title={rule ? (rule.title ?? rule.id) : t("policy_edit.rule")}>
              {rule ? (
                <fieldset className={styles.bare} disabled={!mayWrite}>
                  <RuleEditor
                    key={`${rule.id} ${made ? "new" : ""}`}
                    rule={rule}
                    stage={draft.stage}
                    vocabulary={vocabulary}
                    others={draft.rules.map((each) => each.id).filter((each) => made || each !== rule.id)}
                    pending={save.isPending}
                    onSave={(next) => save.mutate({ was: made ? next.id : rule.id, rule: next })}
                    onRemove={() => (made ? setMade(undefined) : remove.mutate(rule.id))}
                  />
                </fieldset>
              ) : (
                <Empty title={t("policy_edit.choose")} />
              )}
            </Panel>
            {rule && !made && mayWrite && (
              <Panel title={t("backtest.title")}>
                <Backtest key={rule.id} stage={draft.stage} draft={draft.id} rules={[rule.id]} />
              </Panel>
            )}
          </div>
        </div>
      )}
    </Page>
  );
}

const refresh = (id: string) => queryClient.invalidateQueries({ queryKey: ["policy-draft", id] });

function newRule(draft: PolicyDraftView): Rule {
  const taken = new Set(draft.rules.map(({ id }) => id));
  let n = 1;
  while (taken.has(`new-rule-${n}`)) n++;
  // Silent until somebody says otherwise; the reason has to be chosen.
  return {
    id: `new-rule-${n}`,
    status: "shadow",
    when: "",
    then: { outcome: "review", reason: "" },
    unknown: "ignore",
  };
}

function DraftState({ draft }: { draft: PolicyDraftView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className="row wrap" style={{ gap: 8 }}>
      <Tag tone={draft.state === "proposed" ? "review" : draft.state === "published" ? "approve" : "neutral"}>
        {t(`policy_edit.state.${draft.state}`)}
      </Tag>
      <span>
        {t("policy_edit.of", {
          stage: t(`stage.${draft.stage as "listing"}`, { defaultValue: draft.stage }),
          base: draft.base,
          authors: draft.authors.map(({ name, id }) => name ?? id).join(", "),
          ago: format.ago(draft.changed_at),
        })}
      </span>
    </span>
  );
}

function DraftActions({ draft, onDone, onFail }: Doing) {
  const { t } = useTranslation();
  const mayPropose = useCan("policy.propose");
  const act = useMutation({
    mutationFn: async (what: "propose" | "approve" | "discard") => {
      if (what === "propose") return onDone(await api.proposeDraft(draft.id, draft.revision));
      if (what === "approve") await api.approveDraft(draft.id, draft.revision);
      else await api.discardDraft(draft.id);
      await Promise.all([refresh(draft.id), queryClient.invalidateQueries({ queryKey: catalogueQuery.queryKey })]);
    },
    onError: onFail,
  });
  const isOpen = draft.state === "editing" || draft.state === "proposed";
  if (!isOpen) return null;
  return (
    <>
      {draft.state === "editing" && mayPropose && (
        <Button
          size="sm"
          loading={act.isPending}
          disabled={draft.mistakes.length > 0 || draft.in_force !== draft.base}
          onClick={() => act.mutate("propose")}
        >
          {t("policy_edit.propose")}
        </Button>
      )}
      {draft.state === "proposed" && (
        <Button
          size="sm"
          loading={act.isPending}
          disabled={!draft.may_approve}
          title={draft.may_not_because}
          onClick={() => act.mutate("approve")}
        >
          {t("policy_edit.approve")}
        </Button>
      )}
      {draft.state === "proposed" && draft.may_not_because && (
        <span className="dim small">{draft.may_not_because}</span>
      )}
      {mayPropose && (
        <Confirm
          label={t("policy_edit.discard")}
          question={t("policy_edit.discard_sure")}
          onConfirm={() => act.mutate("discard")}
        />
      )}
    </>
  );
}

interface Doing {
  draft: PolicyDraftView;
  onDone: (draft: PolicyDraftView) => void;
  onFail: (error: unknown) => void;
}

function Outdated({ draft, onDone, onFail }: Doing) {
  const { t } = useTranslation();
  const rebase = useMutation({
    mutationFn: () => api.rebaseDraft(draft.id, draft.revision),
    onSuccess: onDone,
    onError: onFail,
  });
  return (
    <Panel>
      <div className="row wrap between">
        <p>{t("policy_edit.outdated", { base: draft.base, now: draft.in_force })}</p>
        <Button size="compact-sm" variant="default" loading={rebase.isPending} onClick={() => rebase.mutate()}>
          {t("policy_edit.rebase")}
        </Button>
      </div>
    </Panel>
  );
}

function RuleList({
  draft,
  chosen,
  onChoose,
}: {
  draft: PolicyDraftView;
  chosen: string | undefined;
  onChoose: (rule: string) => void;
}) {
  const { t } = useTranslation();
  const reasons = useReasons();
  const [text, setText] = useState("");
  const added = new Set(draft.diff.added.map(({ id }) => id));
  const changed = new Set(draft.diff.changed.map(({ id }) => id));
  const wanted = text.trim().toLowerCase();
  const shown = draft.rules.filter((rule) =>
    `${rule.id} ${rule.title ?? ""} ${rule.when} ${rule.then?.reason ?? ""}`.toLowerCase().includes(wanted),
  );
  return (
    <>
      <TextInput
        size="xs"
        m={10}
        type="search"
        aria-label={t("policy_edit.find")}
        placeholder={t("policy_edit.find")}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ul className={styles.list}>
        {shown.map((rule) => (
          <li key={rule.id}>
            <button
              type="button"
              className={styles.entry}
              aria-current={rule.id === chosen || undefined}
              onClick={() => onChoose(rule.id)}
            >
              <span className={styles.entryTitle}>{rule.title ?? rule.id}</span>
              <span className="row wrap" style={{ gap: 4 }}>
                {added.has(rule.id) && <Tag tone="approve">{t("policy_edit.added")}</Tag>}
                {changed.has(rule.id) && <Tag tone="review">{t("policy_edit.changed")}</Tag>}
                {rule.status !== "live" && <Tag>{t(`rule_status.${rule.status}`)}</Tag>}
                {rule.status === "live" && rule.rollout !== undefined && <Tag>{rule.rollout} %</Tag>}
                <span className="dim small">
                  {rule.then?.outcome && `${t(`asks.${rule.then.outcome}`)} · `}
                  {rule.then && reasons.text(rule.then.reason)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function SourceEditor({ draft, mayWrite, onDone, onFail }: Doing & { mayWrite: boolean }) {
  const { t } = useTranslation();
  const [text, setText] = useState(draft.source);
  const save = useMutation({
    mutationFn: () => api.saveDraft(draft.id, draft.revision, text),
    onSuccess: onDone,
    onError: onFail,
  });
  return (
    <Panel
      title={t("policies.source")}
      aside={
        mayWrite && (
          <Button
            size="compact-sm"
            loading={save.isPending}
            disabled={text === draft.source}
            onClick={() => save.mutate()}
          >
            {t("save")}
          </Button>
        )
      }
    >
      <textarea
        className={styles.yaml}
        aria-label={t("policies.source")}
        spellCheck={false}
        readOnly={!mayWrite}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </Panel>
  );
}
