/** SQL over prints and matches. */
import type { Database } from "../../db/index.ts";
import type { LearntHashes, PictureMatch } from "./hash_protocol.ts";

/** Keeps a print, once a content. Numbers are given under a lock, so that they become visible in their order. */
export async function keepPrint(db: Database, marketplace: string, content: string, print: Uint8Array): Promise<void> {
  await db.transaction(marketplace, async (tx) => {
    const there = await tx.query(
      "select 1 from picture_prints where marketplace = $1 and content = $2 and print = $3",
      [marketplace, content, Buffer.from(print)],
    );
    if (there.length > 0) return;
    await tx.query("select pg_advisory_xact_lock(hashtextextended('picture_prints ' || $1, 0))", [marketplace]);
    // A print of another version takes a new number, so that it is read again, and is matched anew.
    await tx.query("delete from picture_matches where marketplace = $1 and (content = $2 or other = $2)", [
      marketplace,
      content,
    ]);
    await tx.query("delete from picture_prints where marketplace = $1 and content = $2", [marketplace, content]);
    await tx.query("insert into picture_prints (marketplace, content, print) values ($1, $2, $3)", [
      marketplace,
      content,
      Buffer.from(print),
    ]);
  });
}

/**
 * The beginnings of prints after a number, in order; of the newest `most` pictures only.
 * @param bytes how much of each
 */
export async function hashStarts(
  db: Database,
  marketplace: string,
  { after, most, limit, bytes }: { after: number; most: number; limit: number; bytes: number },
): Promise<LearntHashes[]> {
  let from = after;
  if (after === 0) {
    const [oldest] = await db.query<{ seq: number }>(
      marketplace,
      "select seq from picture_prints where marketplace = $1 order by seq desc offset $2 limit 1",
      [marketplace, most],
    );
    from = oldest?.seq ?? 0;
  }
  return db.query(
    marketplace,
    `select seq, substring(print from 1 for $4) as start from picture_prints
     where marketplace = $1 and seq > $2 order by seq limit $3`,
    [marketplace, from, limit, bytes],
    "hash_starts",
  );
}

/** Whole prints by number; those that are gone are absent. */
export async function printsBySeq(
  db: Database,
  marketplace: string,
  seqs: readonly number[],
): Promise<{ content: string; print: Uint8Array }[]> {
  if (seqs.length === 0) return [];
  return db.query(
    marketplace,
    "select content, print from picture_prints where marketplace = $1 and seq = any($2) order by seq",
    [marketplace, [...seqs]],
  );
}

/** Both ways round; one that is known stays as it is, so that what was decided by it can be decided again. */
export async function saveMatches(
  db: Database,
  marketplace: string,
  content: string,
  matches: readonly PictureMatch[],
): Promise<void> {
  if (matches.length === 0) return;
  await db.query(
    marketplace,
    `insert into picture_matches (marketplace, content, other, similarity, how, box, other_box)
     select $1, a, b, similarity, how, array(select json_array_elements_text(box)::real), array(select json_array_elements_text(other_box)::real)
     from json_to_recordset($2) m(a text, b text, similarity real, how text, box json, other_box json)
     on conflict do nothing`,
    [
      marketplace,
      JSON.stringify(
        matches.flatMap(({ content: other, similarity, how, box, otherBox }) => [
          { a: content, b: other, similarity, how, box, other_box: otherBox },
          { a: other, b: content, similarity, how, box: otherBox, other_box: box },
        ]),
      ),
    ],
  );
}
