/** Texts to start from on the Try-it page. */
import type { Draft, TryKind } from "./draft.ts";

interface Sample {
  name: "honest" | "hidden_phone" | "elsewhere" | "too_cheap" | "rude" | "french";
  draft: Pick<Draft, "fields"> & Partial<Draft>;
}

export const samples: Record<TryKind, readonly Sample[]> = {
  listing: [
    {
      name: "honest",
      draft: {
        fields: {
          title: "Oak bookcase, five shelves",
          description:
            "Solid oak, 180 × 80 cm, a few scratches on the left side. Comes apart for transport. Collection in Lyon 3rd.",
          category: "furniture",
          condition: "good",
        },
        price: 120,
        currency: "EUR",
        accountAge: 640,
        language: "en",
      },
    },
    {
      name: "hidden_phone",
      draft: {
        fields: {
          title: "iPhone 13, 128 GB",
          description:
            "Works perfectly, battery at 91 %. I hardly read messages here, reach me on zero six 39 – 98 – o1 – o2 in the evening.",
          category: "phones",
          brand: "Apple",
          condition: "good",
        },
        price: 280,
        currency: "EUR",
        accountAge: 3,
        language: "en",
      },
    },
    {
      name: "too_cheap",
      draft: {
        fields: {
          title: "PlayStation 5 with two controllers",
          description:
            "Brand new in the box, a present we already had. There is a tiny dent on the carton. First come, first served.",
          category: "consoles",
          brand: "Sony",
          condition: "new",
        },
        price: 60,
        currency: "EUR",
        accountAge: 1,
        language: "en",
      },
    },
    {
      name: "french",
      draft: {
        fields: {
          title: "Sac à main en cuir",
          description:
            "Très peu porté. Je suis en déplacement, règlement par coupons prépayés uniquement et j'envoie le colis dès réception.",
          category: "bags",
          condition: "like_new",
        },
        price: 90,
        currency: "EUR",
        accountAge: 5,
        language: "fr",
      },
    },
  ],
  message: [
    {
      name: "honest",
      draft: {
        fields: { text: "Hello, is the bookcase still there? I could come on Saturday morning." },
        accountAge: 200,
        language: "en",
      },
    },
    {
      name: "elsewhere",
      draft: {
        fields: {
          text: "I am abroad for work. Pay me in bitcoin and my courier brings the parcel to your door, much safer than this site.",
        },
        accountAge: 2,
        language: "en",
      },
    },
  ],
  question: [
    {
      name: "honest",
      draft: { fields: { text: "What are the inner measurements of the drawers?" }, accountAge: 90, language: "en" },
    },
    {
      name: "hidden_phone",
      draft: {
        fields: { text: "Interested! Write to me: marc dot petit at gmail dot com" },
        accountAge: 1,
        language: "en",
      },
    },
  ],
  review: [
    {
      name: "honest",
      draft: {
        fields: { text: "Quick answer, careful packing, exactly as described." },
        rating: 5,
        accountAge: 300,
        language: "en",
      },
    },
    {
      name: "rude",
      draft: {
        fields: { text: "What an idiot, never answers. Avoid this clown." },
        rating: 1,
        accountAge: 300,
        language: "en",
      },
    },
  ],
  account: [
    {
      name: "honest",
      draft: {
        fields: { name: "Claire Moreau", description: "I sell what my children have outgrown.", country: "FR" },
        accountAge: 0,
        language: "en",
      },
    },
    {
      name: "hidden_phone",
      draft: {
        fields: { name: "BestDeals", description: "All my stock on w w w . best-deals-4u . shop", country: "FR" },
        accountAge: 0,
        language: "en",
      },
    },
  ],
};
