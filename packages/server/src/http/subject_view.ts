/** A subject as moderators see it: its state, the approved one before it, pictures through our own proxy, decisions. */
import type { Picture, PictureView, SubjectView } from "@assay/contract";
import type { Querier } from "../db/index.ts";
import { subjectDecisions } from "../decisions/index.ts";
import { pictureRef, type SubjectRow } from "../intake/index.ts";
import { readTexts, storedPictures } from "../measure/index.ts";

/** Decisions shown of one subject. */
const shownDecisions = 20;

export async function subjectView(q: Querier, marketplace: string, row: SubjectRow): Promise<SubjectView> {
  // An edit has something to be compared with; an approved first revision is itself.
  const edited = row.approved !== null && row.approved_event !== row.event_id;
  const before = edited ? picturesOf(row.approved!) : [];
  const [decisions, pictures] = await Promise.all([
    subjectDecisions(q, marketplace, row.kind, row.id, shownDecisions),
    pictureViews(q, marketplace, [...picturesOf(row.state), ...before]),
  ]);
  const own = pictures.length - before.length;
  const [shown, shownBefore] = [pictures.slice(0, own), pictures.slice(own)];
  return {
    subject: { kind: row.kind, id: row.id, ...(row.revision !== null && { revision: row.revision }) },
    owner: row.owner,
    data: withTexts(row.state, shown),
    pictures: shown,
    at: row.at.toISOString(),
    first_at: row.created_at.toISOString(),
    ...(edited && {
      approved: {
        data: withTexts(row.approved!, shownBefore),
        at: (row.approved_at ?? row.created_at).toISOString(),
        ...(row.approved_revision !== null && { revision: row.approved_revision }),
        pictures: shownBefore,
      },
    }),
    decisions,
  };
}

/** How each picture can be shown; the seller's URL is never among it. */
export async function pictureViews(
  q: Querier,
  marketplace: string,
  pictures: readonly Picture[],
): Promise<PictureView[]> {
  const refs = pictures.map(pictureRef);
  const [known, texts] = await Promise.all([storedPictures(q, marketplace, refs), readTexts(q, marketplace, refs)]);
  return pictures.map((picture) => {
    const stored = known.get(pictureRef(picture));
    const read = texts.get(pictureRef(picture));
    const content = stored?.problem ? undefined : stored?.content;
    return {
      ...(content && { src: `/v1/pictures/${content}`, content }),
      ...(stored?.width && stored.height && { width: stored.width, height: stored.height }),
      ...(stored?.problem && { problem: stored.problem }),
      ...(read && {
        read: { text: read.text, parts: read.parts.map(({ start, end, box }) => ({ start, end, box })) },
      }),
      pending: stored === undefined,
    };
  });
}

/** The state with what was read in its pictures where text detectors find it: highlights point there. */
function withTexts(state: Record<string, unknown>, views: readonly PictureView[]): Record<string, unknown> {
  if (!views.some((view) => view.read)) return state;
  const pictures = picturesOf(state).map((picture, index) => {
    const read = views[index]?.read;
    return read ? { ...picture, text: read.text } : picture;
  });
  return { ...state, pictures };
}

/** Kinds that share the generic schema may hold anything under `pictures`. */
export function picturesOf(state: Record<string, unknown>): Picture[] {
  const given = state.pictures;
  return Array.isArray(given) ? given.filter((picture) => typeof picture === "object" && picture !== null) : [];
}
