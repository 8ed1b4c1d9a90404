import type { Evaluation, Row } from "../evaluation.ts";
import { perThousand } from "../measure.ts";
import { inputOf, signalOf } from "../screen.ts";

interface Ad {
  title: string;
  text: string;
  price: number;
  category: string;
  dup_group: string;
}

interface State {
  title: string;
  description: string;
  category: string;
  price: { amount: number; currency: string };
  pictures: { url: string }[];
}

/** `other` is an ad of another category, `kin` another one of the same. */
type Edit = (state: State, other: State, next: () => number, kin: State) => State;

const priced = (state: State, factor: number): State => ({
  ...state,
  price: { ...state.price, amount: Math.max(1, Math.round(state.price.amount * factor)) },
});
const told = (state: State, more: string): State => ({ ...state, description: `${state.description}\n${more}` });
const one = <T>(from: readonly T[], next: () => number): T => from[Math.floor(next() * from.length)]!;

/** Two letters of one long word of the title change places. */
function typo(state: State, _: State, next: () => number): State {
  const words = state.title.split(" ");
  const long = words.flatMap((word, i) => (/^[a-z]{5,}$/i.test(word) ? [i] : []));
  if (long.length === 0) return state;
  const i = one(long, next);
  const word = words[i]!;
  const at = 1 + Math.floor(next() * (word.length - 3));
  words[i] = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  return { ...state, title: words.join(" ") };
}

/** What sellers do to their ads every day. */
const honest: Record<string, Edit> = {
  "a typo in the title": typo,
  "a tenth off": (state) => priced(state, 0.9),
  "a third off": (state) => priced(state, 0.67),
  "a little dearer": (state) => priced(state, 1.1),
  "a sentence more": (state, _, next) =>
    told(
      state,
      one(["Still available.", "Price lowered.", "Measures 60 by 40.", "Evenings are best.", "Bought in 2014."], next),
    ),
  "the last sentence gone": (state) => ({
    ...state,
    description: state.description.replace(/[.!\n][^.!\n]+[.!]?\s*$/, "."),
  }),
  "a word less in the title": (state) => ({ ...state, title: state.title.replace(/ \S+$/, "") }),
  "a note in the title": (state, _, next) => ({
    ...state,
    title: `${state.title} ${one(["- pending", "(reduced)", "- weekend only"], next)}`,
  }),
  "one photo more": (state) => ({ ...state, pictures: [...state.pictures, { url: "https://img.example/new.jpg" }] }),
  "photos in another order": (state) => ({ ...state, pictures: state.pictures.toReversed() }),
};

/** What turns an approved ad into another. */
const hostile: Record<string, Edit> = {
  "another ad of another category": (_, other) => ({ ...other }),
  "title and text of another ad of the category": (state, _, __, kin) => ({
    ...state,
    title: kin.title,
    description: kin.description,
  }),
  "title and text of another ad": (state, other) => ({ ...state, title: other.title, description: other.description }),
  "the title of another ad": (state, other) => ({ ...state, title: other.title }),
  "another category": (state, other) => ({ ...state, category: other.category }),
  "ten times the price": (state) => priced(state, 10),
  "a tenth of the price": (state) => priced(state, 0.1),
  "all photos exchanged": (state) => ({
    ...state,
    pictures: state.pictures.map((_, i) => ({ url: `https://img.example/x${i}.jpg` })),
  }),
  "a number to write to": (state) => told(state, "I rarely look here, send a text to 415 555 0132 instead."),
  "an address to write to": (state) => told(state, "Questions go to frank.miller77@example.org please."),
  "a messenger to write to": (state) => told(state, "My WhatsApp is in the photos, ask there."),
  "payment elsewhere": (state) => told(state, "Bitcoin preferred, I ship once it has arrived."),
};

export const evaluation: Evaluation = {
  set: "craigslist_listings",
  part: "listings",
  title: "Edits of approved ads",
  source: "Texts: stanfordnlp/cocoa (GitHub); the edits are made here, by rule, from a fixed seed.",
  run(data) {
    const ads = data.rows<Ad>();
    const states = ads.map(
      ({ title, text: description, category, price }): State => ({
        title,
        description,
        category,
        price: { amount: price, currency: "USD" },
        pictures: [1, 2, 3].map((n) => ({ url: `https://img.example/${n}.jpg` })),
      }),
    );
    const found = (edit: Edit, seed: number): number => {
      const next = random(seed);
      return states.filter((state, i) => {
        const drawn = (wanted: (ad: Ad) => boolean): State => {
          let j = Math.floor(next() * states.length);
          while (!wanted(ads[j]!)) j = Math.floor(next() * states.length);
          return states[j]!;
        };
        const { category, dup_group } = ads[i]!;
        const other = drawn((ad) => ad.category !== category);
        const kin = drawn((ad) => ad.category === category && ad.dup_group !== dup_group);
        const approved_revision = { at: "2026-11-20T00:00:00Z", data: { ...state } };
        const data = { ...edit(state, other, next, kin) };
        return signalOf("listing_edit", inputOf("listing", data, { approved_revision })).state === "found";
      }).length;
    };
    const n = states.length;
    const several: Edit = (state, other, next, kin) => {
      let edited = state;
      for (let k = 0; k < 4; k++) edited = one(Object.values(honest), next)(edited, other, next, kin);
      return edited;
    };
    return [
      ...Object.entries(hostile).map(([task, edit], i): Row => ({ task, n, recall: found(edit, i + 1) / n })),
      ...Object.entries(honest).map(
        ([task, edit], i): Row => ({ task, n, benign: perThousand(found(edit, i + 1), n) }),
      ),
      {
        task: "four honest edits at once",
        n,
        benign: perThousand(found(several, 99), n),
        bar: { of: "benign", value: 10 },
      },
    ];
  },
};

/** A linear congruential generator (Numerical Recipes): the same edits in every run. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
