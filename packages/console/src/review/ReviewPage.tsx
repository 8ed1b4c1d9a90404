/** The review screen: one case with everything that is needed to decide it, and the keys to do so. */
import type { Case, CaseView } from "@assay/contract";
import { Button, Switch } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api.ts";
import { FindCard } from "../evidence/FindCard.tsx";
import { FindsProvider, type Verdict } from "../evidence/FindsProvider.tsx";
import { findsOf, type Place, textAt } from "../evidence/finds.ts";
import { EvidenceView } from "../evidence/index.tsx";
import { Key } from "../keyboard/Key.tsx";
import type { Handlers } from "../keyboard/useCommands.ts";
import type { Listable } from "../lists/listable.ts";
import { caseQuery, queryClient } from "../queries.ts";
import { useCan, useMe } from "../session.ts";
import { problemText } from "../shell/Fallback.tsx";
import { Panel, useDocumentTitle } from "../shell/Page.tsx";
import { say } from "../shell/toasts.ts";
import { AboutAd } from "./AboutAd.tsx";
import { AccountPanel } from "./AccountPanel.tsx";
import { AppealPanel } from "./AppealPanel.tsx";
import bar from "./bar.module.css";
import { CaseHeader, CaseNotices } from "./CaseHeader.tsx";
import { Compare } from "./Compare.tsx";
import { Conversation } from "./Conversation.tsx";
import { DecisionBar, type Deed } from "./DecisionBar.tsx";
import { BankDialog, MoveDialog, SnoozeDialog, TextDialog } from "./Dialogs.tsx";
import { ListDialog } from "./ListDialog.tsx";
import { PlaybookPanel } from "./PlaybookPanel.tsx";
import { ReasonPicker } from "./ReasonPicker.tsx";
import { ReportsPanel } from "./ReportsPanel.tsx";
import { ReviewKeys } from "./ReviewKeys.tsx";
import styles from "./review.module.css";
import { SubjectPanel } from "./SubjectPanel.tsx";
import { Twins } from "./Twins.tsx";
import { useCaseWork } from "./useCaseWork.ts";
import { WhyPanel } from "./WhyPanel.tsx";

const route = getRouteApi("/desk/cases/$caseId");

export function ReviewPage() {
  const { caseId } = route.useParams();
  const { data } = useSuspenseQuery(caseQuery(caseId));
  // A new case starts with everything closed: nothing of the one before may carry over.
  return <Review key={caseId} view={data} />;
}

/** What was said of the signals before, the newest word of each. */
const given = ({ labels }: CaseView): Record<string, Verdict> =>
  Object.fromEntries(
    labels
      .toReversed()
      .flatMap(({ about, value }) => (value === "wrong" || value === "right" ? [[about, value as Verdict]] : [])),
  );

type Open = Deed | "bank" | undefined;

function Review({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayBank = useCan("bank.write");
  const mayList = useCan("list.write");
  const work = useCaseWork(view);
  const [open, setOpen] = useState<Open>();
  const [listing, setListing] = useState<{ first: Listable | undefined; others: Listable[] }>();
  const [picture, setPicture] = useState(0);
  const [history, setHistory] = useState(false);
  const [compared, setCompared] = useState(true);
  const [answer, setAnswer] = useState("");
  const [together, setTogether] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [verdicts, setVerdicts] = useState<Record<string, Verdict>>(() => given(view));
  const close = useCallback(() => setOpen(undefined), []);
  const { case: current, decision, account } = view;
  const subject = view.view;
  const me = useMe();
  // Those that nobody else works on.
  const mine = (each: Case) => each.claimed_by === undefined || each.claimed_by === me.user.id;
  const related = account.open_cases.filter(
    (each) => each.id !== current.id && each.type === current.type && mine(each),
  );
  const twins = view.twins.map(({ case: one, ...twin }) => (one && mine(one) ? { ...twin, case: one } : twin));
  const twinCases = twins.flatMap((twin) => ("case" in twin ? [twin.case] : []));
  const choose = (ids: readonly string[]) =>
    setChosen((now) => {
      const all = ids.every((id) => now.has(id));
      return new Set(all ? [...now].filter((id) => !ids.includes(id)) : [...now, ...ids]);
    });
  const alsoDecided = [
    ...(together ? related : []),
    ...twinCases.filter((each) => chosen.has(each.id) && !(together && related.some(({ id }) => id === each.id))),
  ];
  useDocumentTitle(current.title || current.subject.id);

  const changePoints = decision.signals
    .flatMap((signal) => signal.evidence)
    .flatMap((each) => (each.type === "timeline" && each.change_point ? [each.change_point] : []));
  const linked = findsOf(decision.signals).filter(
    ({ evidence, signal }) =>
      evidence.type === "subject" &&
      signal.state === "found" &&
      // What stands side by side need not be listed again.
      !twins.some((twin) => twin.view.subject.id === evidence.subject.id && evidence.subject.kind === "listing"),
  );

  const judge = (detector: string, verdict: Verdict) => {
    setVerdicts((all) => ({ ...all, [detector]: verdict }));
    api.label(current.id, detector, verdict).catch((error: unknown) => {
      setVerdicts(({ [detector]: _gone, ...others }) => others);
      say({ kind: "error", text: problemText(t, error), lasts: 8000 });
    });
  };
  const deed = (which: Deed) => {
    if (which !== "note" && !work.canAct) return;
    // A sample is answered; nothing is done to what it is about.
    if (which === "playbook" && current.type === "quality") return;
    if (which === "approve")
      work.resolve(
        "approve",
        [],
        twinCases.filter((each) => chosen.has(each.id)),
        answer,
      );
    else setOpen((now) => (now === which ? undefined : which));
  };
  const count = subject.pictures.length;
  const handlers: Handlers = {
    approve: () => deed("approve"),
    ask_fix: () => deed("ask_fix"),
    refuse: () => deed("refuse"),
    escalate: () => deed("escalate"),
    snooze: () => deed("snooze"),
    move: () => deed("move"),
    note: () => deed("note"),
    // Open, the panel has the key: the same again runs what it shows.
    ...(open !== "playbook" && { playbook: () => deed("playbook") }),
    next: work.next,
    previous: work.previous,
    ...(count > 1 && {
      picture_next: () => setPicture((at) => (at + 1) % count),
      picture_previous: () => setPicture((at) => (at - 1 + count) % count),
    }),
    ...(subject.approved && { diff: () => setCompared((shown) => !shown) }),
    links: () =>
      document
        .getElementById(twins.length > 0 ? "twins" : linked.length > 0 ? "links" : "account")
        ?.scrollIntoView({ behavior: "smooth", block: "center" }),
    ...(twinCases.length > 0 &&
      work.canAct && {
        select: () => {
          choose(twinCases.map((each) => each.id));
          document.getElementById("twins")?.scrollIntoView({ behavior: "smooth", block: "nearest" });
        },
      }),
    history: () => {
      setHistory((shown) => !shown);
      document.getElementById("account")?.scrollIntoView({ behavior: "smooth", block: "nearest" });
    },
    policy: () => {
      const fired = decision.reasons.find((reason) => reason.rule && reason.policy);
      if (fired) void navigate({ to: "/policies", search: { stage: fired.policy?.split("@")[0], rule: fired.rule } });
    },
    ...(mayBank && subject.pictures[picture]?.content && { bank: () => setOpen("bank") }),
  };

  const place = useCallback(
    ({ subject: other, field }: Place) => {
      if (!other || (other.kind === subject.subject.kind && other.id === subject.subject.id))
        return textAt(subject.data, field);
      const message = view.conversation.find((each) => each.id === other.id);
      return other.kind === "message" ? textAt(message, field) : undefined;
    },
    [subject, view.conversation],
  );
  const showsChat = current.subject.kind === "message" || view.conversation.length > 0;

  return (
    <FindsProvider
      signals={decision.signals}
      subject={subject.subject}
      textAt={place}
      pictures={subject.pictures}
      showPicture={setPicture}
      verdicts={verdicts}
      say={judge}
      reasons={decision.reasons}
    >
      <ReviewKeys
        handlers={handlers}
        onWrong={judge}
        onList={mayList ? (first, others) => setListing({ first, others }) : undefined}
      />
      <div className={styles.review} data-shown={current.id}>
        <CaseHeader view={view} work={work} />
        <CaseNotices view={view} work={work} />
        <div className={styles.columns}>
          <div className={styles.main}>
            {view.appeals.map((appeal, index) => (
              <AppealPanel
                key={appeal.id}
                appeal={appeal}
                answer={answer}
                onAnswer={index === 0 && work.canAct ? setAnswer : undefined}
              />
            ))}
            {view.reports.length > 0 && (
              <ReportsPanel
                reports={view.reports}
                answer={answer}
                onAnswer={current.type === "report" && work.canAct ? setAnswer : undefined}
              />
            )}
            {subject.approved && (
              <Panel
                title={t("diff.compare")}
                aside={
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    aria-expanded={compared}
                    rightSection={<Key command="diff" />}
                    onClick={() => setCompared(!compared)}
                  >
                    {t(compared ? "diff.hide" : "diff.show")}
                  </Button>
                }
              >
                {compared ? <Compare view={subject} /> : <p className="dim small">{t("diff.hidden")}</p>}
              </Panel>
            )}
            <Panel
              title={t(`kind.${current.subject.kind}`)}
              aside={
                subject.subject.revision !== undefined && t("review.revision", { revision: subject.subject.revision })
              }
            >
              {showsChat ? (
                <Conversation view={view} />
              ) : (
                <SubjectPanel
                  kind={subject.subject.kind}
                  data={subject.data}
                  pictures={subject.pictures}
                  current={picture}
                  onCurrent={setPicture}
                  onBank={mayBank ? () => setOpen("bank") : undefined}
                  apart={new Set(twins.map((twin) => twin.view.subject.id))}
                />
              )}
            </Panel>
            {current.subject.kind !== "listing" && typeof subject.data["listing"] === "string" && (
              <AboutAd listing={subject.data["listing"]} />
            )}
            {twins.length > 0 && (
              <Panel title={t("twins.title")} id="twins">
                <Twins
                  view={subject}
                  name={textAt(account.data, "name") ?? subject.owner}
                  twins={twins}
                  chosen={chosen}
                  onChoose={work.canAct ? choose : undefined}
                />
              </Panel>
            )}
            {linked.length > 0 && (
              <Panel title={t("review.links")} id="links">
                <ul className="stack" style={{ fontSize: 13 }}>
                  {linked.map((find) => (
                    <li key={find.key}>
                      <EvidenceView find={find} />
                    </li>
                  ))}
                </ul>
              </Panel>
            )}
          </div>
          <div className={styles.side}>
            <Panel
              title={t("why.title")}
              aside={<span className="num">{t("why.took", { ms: decision.took_ms.toFixed(1) })}</span>}
            >
              <WhyPanel decision={decision} rules={view.rules} elsewhere={showsChat ? [] : ["distribution"]} />
            </Panel>
            {view.guidelines && (
              <Panel title={t("review.guidelines")}>
                <p className={`${styles.guidelines} untrusted`}>{view.guidelines}</p>
              </Panel>
            )}
            <Panel title={t(`owner.${current.subject.kind}`, { defaultValue: t("owner.account") })} id="account">
              <AccountPanel
                account={account}
                changePoints={changePoints}
                currentEvent={decision.event_id}
                currentCase={current.id}
                history={history}
                onHistory={setHistory}
              />
            </Panel>
          </div>
        </div>
      </div>
      <FindCard />
      <div className={bar.foot}>
        {(open === "refuse" || open === "ask_fix") && (
          <ReasonPicker
            key={open}
            others={alsoDecided}
            choice={open === "refuse" ? "refuse" : "request_changes"}
            fired={decision.reasons.map((reason) => reason.code)}
            statements={view.statements}
            onClose={close}
            onPick={(code) => {
              close();
              work.resolve(open === "refuse" ? "refuse" : "request_changes", [code], alsoDecided, answer);
            }}
          >
            {related.length > 0 && (
              <Switch
                className={bar.together}
                size="xs"
                checked={together}
                onChange={(event) => setTogether(event.currentTarget.checked)}
                label={t("review.together", { count: related.length })}
                description={together && related.map((each) => each.title || each.subject.id).join(" · ")}
              />
            )}
          </ReasonPicker>
        )}
        {open === "playbook" && (
          <PlaybookPanel
            view={view}
            onClose={close}
            onRun={(playbook, plan, reason) => {
              close();
              work.runPlaybook(playbook, plan, reason);
            }}
          />
        )}
        <DecisionBar
          disabled={!work.canAct}
          open={open === "bank" ? undefined : open}
          others={alsoDecided.length}
          onDeed={deed}
        />
      </div>
      {listing && <ListDialog {...listing} source={`case ${current.id}`} onClose={() => setListing(undefined)} />}
      {open === "snooze" && <SnoozeDialog onClose={close} onSnooze={work.snooze} />}
      {open === "move" && <MoveDialog from={current.queue} onClose={close} onMove={work.move} />}
      {open === "escalate" && (
        <TextDialog
          title={t("escalate.title")}
          label={t("escalate.label")}
          action={t("keys.command.escalate")}
          onClose={close}
          onText={work.escalate}
        />
      )}
      {open === "note" && (
        <TextDialog
          title={t("note.title")}
          label={t("note.label")}
          action={t("note.save")}
          onClose={close}
          onText={(text) => {
            close();
            work.note(text).catch((error: unknown) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }));
          }}
        />
      )}
      {open === "bank" && (
        <BankDialog
          onClose={close}
          onAdd={(bankId, label) => {
            close();
            const content = subject.pictures[picture]?.content;
            if (!content) return;
            api
              .addToBank(bankId, content, label)
              .then(() => {
                void queryClient.invalidateQueries({ queryKey: ["banks"] });
                say({ kind: "info", text: t("bank.added", { bank: bankId }), lasts: 4000 });
              })
              .catch((error: unknown) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }));
          }}
        />
      )}
    </FindsProvider>
  );
}
