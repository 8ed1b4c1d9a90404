/** What a person does with a case: claim it, decide it, put it elsewhere, and go on to the next without waiting. */
import type { Case, CaseView, Outcome, Playbook, PlaybookPlan } from "@assay/contract";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, api, pictureUrl } from "../api.ts";
import { caseQuery, queryClient } from "../queries.ts";
import { useCan, useMe, useReasons } from "../session.ts";
import { problemText } from "../shell/Fallback.tsx";
import { say } from "../shell/toasts.ts";
import { workedQueue } from "../workedQueue.ts";
import { useStartQueue } from "./startQueue.ts";

/** Cases in the order in which they were shown, for going back. */
const visited: string[] = [];
/** Cases that this person has finished or passed: a view that was prefetched before still names them as next. */
const passed = new Set<string>();
/** The case that was opened by going on, not by a link: where somebody else was faster, the one after it is shown. */
let wentOnTo: string | undefined;
/** A claim is renewed this often, in ms, while its case is on screen. */
const renewal = 60_000;

export interface CaseWork {
  /** Someone else's claim: who, when known. */
  takenBy: string | undefined;
  taken: boolean;
  /** It contests what this person decided: somebody else's. */
  own: boolean;
  /** Whether this person may act on the case as it stands. */
  canAct: boolean;
  /** @param related other cases that get the same decision */
  resolve: (
    outcome: Exclude<Outcome, "review">,
    reasons: string[],
    related?: readonly Case[],
    /** What whoever contested or reported is told. */
    answer?: string,
  ) => void;
  runPlaybook: (playbook: Playbook, plan: PlaybookPlan, reason: string) => void;
  snooze: (until: string) => void;
  move: (queue: string, note?: string) => void;
  escalate: (note: string) => void;
  note: (text: string) => Promise<void>;
  next: () => void;
  previous: () => void;
}

export function useCaseWork(view: CaseView): CaseWork {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const start = useStartQueue();
  const me = useMe();
  const reasons = useReasons();
  const { case: current, next } = view;
  const may = useCan("case.resolve");
  const open = current.state === "open";

  useEffect(() => {
    if (visited.at(-1) !== current.id) visited.push(current.id);
  }, [current.id]);

  const claim = useQuery({
    queryKey: ["claim", current.id],
    queryFn: () => api.claim(current.id),
    enabled: open && may,
    retry: false,
    staleTime: renewal,
    gcTime: 0,
    refetchInterval: renewal,
  });
  const problem = claim.error instanceof ApiError ? claim.error.code : undefined;
  // An appeal against one's own decision is somebody else's.
  const taken = problem === "case_taken" || problem === "own_decision";

  // The next two, and the first picture of each, are there before they are asked for.
  useEffect(() => {
    for (const caseId of next.filter((caseId) => caseId !== current.id && !passed.has(caseId)).slice(0, 2)) {
      void queryClient.ensureQueryData(caseQuery(caseId)).then(
        (view) => {
          const src = view.view.pictures[0] && pictureUrl(view.view.pictures[0], 640);
          if (src) new Image().src = src;
        },
        () => undefined,
      );
    }
  }, [current.id, next]);

  const acted = useRef(false);
  const show = (caseId: string) => navigate({ to: "/cases/$caseId", params: { caseId } });
  const goOn = () => {
    passed.add(current.id);
    const target = next.find((caseId) => caseId !== current.id && !passed.has(caseId));
    wentOnTo = target;
    if (target) void show(target);
    else start(workedQueue() ?? current.queue, current.id);
  };
  useEffect(() => {
    if (!taken || wentOnTo !== current.id) return;
    say({ kind: "info", text: t("review.was_taken", { title: current.title }), lasts: 3000 });
    start(workedQueue() ?? current.queue, current.id);
  });

  /** Moves on at once; what the server says comes later, and a failure brings the person back. */
  const act = (work: () => Promise<Case>, done: (changed: Case) => void) => {
    // A key that is pressed before the next case is drawn still meets this one: it is decided once.
    if (acted.current) return;
    acted.current = true;
    goOn();
    work()
      .then((changed) => {
        queryClient.setQueryData(caseQuery(current.id).queryKey, (old) => old && { ...old, case: changed });
        void queryClient.invalidateQueries({ queryKey: ["queues"] });
        void queryClient.invalidateQueries({ queryKey: ["cases"] });
        done(changed);
      })
      .catch((error: unknown) => {
        void queryClient.invalidateQueries({ queryKey: ["case", current.id] });
        say({ kind: "error", text: `${current.title}: ${problemText(t, error)}`, caseId: current.id, lasts: 12_000 });
        passed.delete(current.id);
        acted.current = false;
        void show(current.id);
      });
  };

  return {
    taken,
    own: problem === "own_decision",
    takenBy: current.claimed_by === me.user.id ? undefined : current.claimed_by_name,
    canAct: may && open && !taken && !view.stale,
    resolve: (outcome, codes, related = [], answer = "") => {
      const words = [t(`outcome.${outcome}`), ...codes.map(reasons.text)].join(": ");
      const decide = () =>
        api
          .resolve(current.id, {
            outcome,
            reasons: codes,
            decision_id: view.decision.decision_id,
            ...(answer.trim() && { answer: answer.trim() }),
          })
          .then(async ({ case: resolved, undo_until }) => {
            // The hold's length by the server's own clock, so that a wrong clock here neither cuts nor stretches it.
            const lasts = Date.parse(undo_until) - Date.parse(resolved.resolved_at ?? new Date().toISOString());
            const toast = { kind: "hold" as const, text: `${words} · ${current.title}`, lasts };
            if (related.length === 0) {
              if (lasts > 0) say({ ...toast, caseId: current.id });
              return resolved;
            }
            const cases = related.map(({ id, decision_id }) => ({ id, decision_id }));
            const { results } = await api.resolveCases({ cases, outcome, reasons: codes });
            const done = results.filter((result) => result.ok).map((result) => result.id);
            for (const id of done) queryClient.removeQueries({ queryKey: ["case", id] });
            const text = `${toast.text} ${t("playbook.rest", { count: done.length })}`;
            if (lasts > 0) say({ ...toast, text, caseIds: [current.id, ...done] });
            if (done.length < results.length) {
              const text = t("bulk.failed", { count: results.length - done.length });
              say({ kind: "error", text, lasts: 8000 });
            }
            return resolved;
          });
      act(decide, () => undefined);
    },
    runPlaybook: ({ id, title }, { fingerprint }, reason) =>
      act(
        () =>
          api.runPlaybook(current.id, id, { fingerprint, reason }).then(({ case: resolved, effects, undo_until }) => {
            const lasts = Date.parse(undo_until) - Date.parse(resolved.resolved_at ?? new Date().toISOString());
            const done = effects.reduce((sum, { items }) => sum + items.filter((item) => !item.left).length, 0);
            const text = t("playbook.ran", { title: title[i18n.language === "fr" ? "fr" : "en"], count: done });
            if (lasts > 0) say({ kind: "hold", text: `${text} · ${current.title}`, caseId: current.id, lasts });
            void queryClient.invalidateQueries({ queryKey: ["confirmations"] });
            return resolved;
          }),
        // Other cases of the account went with it.
        () => void queryClient.invalidateQueries({ queryKey: ["case"] }),
      ),
    snooze: (until) =>
      act(
        () => api.snooze(current.id, until),
        () => say({ kind: "info", text: t("review.snoozed", { title: current.title }), lasts: 4000 }),
      ),
    move: (queue, note) =>
      act(
        () => api.move(current.id, queue, note),
        () => say({ kind: "info", text: t("review.moved", { title: current.title, queue }), lasts: 4000 }),
      ),
    escalate: (note) =>
      act(
        () => api.escalate(current.id, note),
        (changed) =>
          say({ kind: "info", text: t("review.moved", { title: current.title, queue: changed.queue }), lasts: 4000 }),
      ),
    note: async (text) => {
      await api.note(current.id, text);
      await queryClient.invalidateQueries({ queryKey: ["case", current.id] });
    },
    next: () => {
      if (may) void api.release(current.id).catch(() => undefined);
      goOn();
    },
    previous: () => {
      const before = visited[visited.lastIndexOf(current.id) - 1];
      if (before) void show(before);
    },
  };
}
