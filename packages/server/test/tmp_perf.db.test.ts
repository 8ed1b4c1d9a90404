import { afterAll, expect, test } from "vitest";
import { testDesk } from "./desk.ts";

const desk = await testDesk();
afterAll(() => desk.close());
const moderator = await desk.asUser(["moderator", "lead"]);
test("perf", async () => {
  const { owner } = desk.database;
  const d = await desk.openCase("s0");
  await owner.query(
    `insert into events (marketplace,id,type,kind,subject_id,owner,at,received_at,mode,body_hash,body,title)
    select 'a','x'||i,'listing.created','listing','x'||i,'own'||(i%5000), now()-i*interval '20 seconds', now()-i*interval '20 seconds','live','h', e.body, 'Oak desk number '||i from generate_series(1,100000) i, (select body from events where id=$1) e`,
    [d.decision.event_id],
  );
  await owner.query(
    `insert into decisions (marketplace,id,event_id,kind,subject_id,owner,at,mode,outcome,visibility,rules,reason_codes,answer,decided_by,decided_at,took_ms)
    select 'a','dx'||i,'x'||i,'listing','x'||i,'own'||(i%5000), now()-i*interval '20 seconds','live',case when i%10=0 then 'review' else 'approve' end,'held', array['listing@1/look-at-it'], array['price_bait'], x.answer, 'rule', now()-i*interval '20 seconds', 3 from generate_series(1,100000) i, (select answer from decisions where id=$1) x`,
    [d.decision.decision_id],
  );
  await owner.query(`insert into subjects (marketplace,kind,id,owner,event_id,state,title,at,created_at,decision_id,outcome,visibility)
    select 'a','listing','x'||i,'own'||(i%5000),'x'||i,'{"title":"Oak"}','Oak', now(), now(),'dx'||i,'review','held' from generate_series(1,100000) i`);
  await owner.query(`insert into cases (marketplace,id,type,queue,priority,kind,subject_id,owner,title,reasons,decision_id,event_id,opened_at,state,resolved_at,resolved_by)
    select 'a','cx'||i,'moderation','q'||(i%5),(i*37)%100,'listing','x'||i,'own'||(i%5000),'Oak desk '||i,'[{"code":"price_bait","rule":"look-at-it","policy":"listing@1"}]','dx'||i,'x'||i, now()-i*interval '20 seconds', case when i%2=0 then 'open' else 'resolved' end, case when i%2=1 then now()-i*interval '10 seconds' end, case when i%2=1 then 'usr' end from generate_series(1,100000) i`);
  await owner.query("analyze");
  const time = async (name: string, run: () => Promise<{ status: number }>, n = 15) => {
    const ts: number[] = [];
    for (let i = 0; i < n; i++) {
      const s = performance.now();
      const r = await run();
      expect(r.status, name).toBe(200);
      ts.push(performance.now() - s);
    }
    const first = ts[0]!;
    ts.sort((a, b) => a - b);
    console.log(
      name.padEnd(30),
      "first",
      first.toFixed(1),
      "p50",
      ts[n >> 1]!.toFixed(1),
      "max",
      ts[n - 1]!.toFixed(1),
    );
  };
  let after: string | undefined;
  await time("next q1", async () => {
    const r = await moderator.ask<{ case_id: string }>("POST", "/v1/queues/q1/next", {});
    return r;
  });
  await time("next q2 after", async () => {
    const r = await moderator.ask<{ case_id: string }>("POST", "/v1/queues/q2/next", { after });
    after = r.body.case_id;
    return r;
  });
  await time("next all after", async () => {
    const r = await moderator.ask<{ case_id: string }>("POST", "/v1/queues/all/next", { after });
    after = r.body.case_id;
    return r;
  });
  await time("view", () => moderator.ask("GET", `/v1/cases/${after}`));
  await time("list q", () => moderator.ask("GET", `/v1/cases?queue=q2`));
  await time("list all", () => moderator.ask("GET", `/v1/cases`));
  await time("list search", () => moderator.ask("GET", `/v1/cases?q=9998`));
  await time("list resolved", () => moderator.ask("GET", `/v1/cases?state=resolved`));
  await time("queues", () => moderator.ask("GET", `/v1/queues`));
  await time("events", () => moderator.ask("GET", `/v1/events`));
  await time("events account", () => moderator.ask("GET", `/v1/events?account=own77`));
  await time("events q none", () => moderator.ask("GET", `/v1/events?q=zzzz`));
  await time("events q id", () => moderator.ask("GET", `/v1/events?q=x99998`));
  await time("events outcome", () => moderator.ask("GET", `/v1/events?outcome=refuse`));
  await time("overview", () => moderator.ask("GET", `/v1/overview`));
  await time("account", () =>
    moderator.ask("GET", `/v1/accounts/own77`).then((r) => ({ status: r.status === 404 ? 200 : r.status })),
  );
  await time("catalogue", () => moderator.ask("GET", `/v1/catalogue`));
}, 120000);
