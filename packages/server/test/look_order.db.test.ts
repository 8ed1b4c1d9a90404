/** The order in which pictures wait to be looked at, as it stands in the jobs. */
import { afterAll, expect, test } from "vitest";
import { testDesk } from "./desk.ts";

const desk = await testDesk();
afterAll(() => desk.close());

test("whoever waits comes first, then single events, batches and the past; a flood stands behind", async () => {
  const { pipeline } = desk.deps;
  const listing = (id: string, seller = id) => ({
    id,
    type: "listing.created",
    time: new Date().toISOString(),
    data: { id, seller, title: "Oak table", pictures: [{ url: "https://img.example/1.jpg" }] },
  });
  await pipeline.submit(listing("past"), "a", "backfill");
  await pipeline.submitAll([listing("bulk")], "a");
  await pipeline.submit(listing("flood1", "busy"), "a");
  await pipeline.submit(listing("flood2", "busy"), "a");
  await pipeline.submit(listing("single"), "a");
  await pipeline.submit(listing("waited"), "a", undefined, 1);
  const { rows } = await desk.database.owner.query<{ event: string; priority: number }>(
    `select j.payload->>'event' as event, j.priority from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'measure' order by j.priority, j.id`,
  );
  expect(rows.map(({ event }) => event)).toEqual(["waited", "flood1", "single", "flood2", "bulk", "past"]);
});
