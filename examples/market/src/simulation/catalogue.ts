/**
 * What is sold at Brocante, and for how much. Prices are rough French second-hand prices of late 2026 in EUR, for a thing
 * in good condition; they are the simulation's own, written down from experience, not taken from a data set.
 */
import type { Shape } from "../pictures/recipe.ts";

export type Language = "en" | "fr";
export type Words = Record<Language, string>;

export const categories = {
  phones: { en: "Phones", fr: "Téléphones" },
  computers: { en: "Computers", fr: "Informatique" },
  consoles: { en: "Consoles & games", fr: "Consoles et jeux" },
  fashion: { en: "Bags & fashion", fr: "Sacs et mode" },
  shoes: { en: "Shoes", fr: "Chaussures" },
  watches: { en: "Watches", fr: "Montres" },
  bikes: { en: "Bikes", fr: "Vélos" },
  furniture: { en: "Furniture", fr: "Meubles" },
  baby: { en: "Baby", fr: "Puériculture" },
  books: { en: "Books", fr: "Livres" },
  tickets: { en: "Tickets", fr: "Billetterie" },
  cars: { en: "Cars", fr: "Voitures" },
} as const satisfies Record<string, Words>;
export type Category = keyof typeof categories;
export const categoryIds = Object.keys(categories) as Category[];

export interface Model {
  category: Category;
  brand?: string;
  name: Words;
  /** Second-hand price in good condition, EUR. */
  price: number;
  shape: Shape;
}

type Row = readonly [brand: string, name: string | Words, price: number, shape?: Shape];

const rows: Record<Category, { shape: Shape; models: readonly Row[] }> = {
  phones: {
    shape: "phone",
    models: [
      ["Apple", "iPhone 12", 215],
      ["Apple", "iPhone 13", 300],
      ["Apple", "iPhone 14", 385],
      ["Apple", "iPhone 15", 490],
      ["Apple", "iPhone 15 Pro", 640],
      ["Apple", "iPhone SE 2022", 175],
      ["Samsung", "Galaxy S22", 240],
      ["Samsung", "Galaxy S23", 330],
      ["Samsung", "Galaxy A54", 165],
      ["Google", "Pixel 7a", 185],
      ["Google", "Pixel 8", 325],
      ["Fairphone", "Fairphone 4", 230],
      ["Nokia", "Nokia 3310", 40],
      ["Xiaomi", "Redmi Note 12", 110],
    ],
  },
  computers: {
    shape: "laptop",
    models: [
      ["Apple", "MacBook Air M1", 520],
      ["Apple", "MacBook Air M2", 720],
      ["Apple", 'MacBook Pro 14" M1 Pro', 960],
      ["Lenovo", "ThinkPad T480", 225],
      ["Lenovo", "ThinkPad T14 Gen 2", 420],
      ["Dell", "XPS 13 9310", 480],
      ["HP", "EliteBook 840 G6", 255],
      ["Asus", "ROG Zephyrus G14", 850],
      ["Apple", "iPad 9", 215, "phone"],
      ["Microsoft", "Surface Pro 7", 330],
      ["Samsung", { en: "T7 1 TB external SSD", fr: "SSD externe T7 1 To" }, 75],
    ],
  },
  consoles: {
    shape: "console",
    models: [
      ["Sony", "PlayStation 5", 350],
      ["Sony", "PlayStation 4 Slim", 150],
      ["Nintendo", "Switch OLED", 210],
      ["Nintendo", "Switch Lite", 110],
      ["Microsoft", "Xbox Series X", 310],
      ["Microsoft", "Xbox Series S", 170],
      ["Valve", "Steam Deck", 330],
      ["Sony", { en: "DualSense controller", fr: "Manette DualSense" }, 45],
      ["Nintendo", "Zelda Tears of the Kingdom", 38],
      ["Activision", "Call of Duty Modern Warfare III", 30],
      ["Nintendo", "Mario Kart 8 Deluxe", 35],
    ],
  },
  fashion: {
    shape: "bag",
    models: [
      ["Longchamp", { en: "Le Pliage bag", fr: "Sac Le Pliage" }, 65],
      ["Louis Vuitton", { en: "Neverfull MM bag", fr: "Sac Neverfull MM" }, 850],
      ["Louis Vuitton", { en: "Speedy 30 bag", fr: "Sac Speedy 30" }, 620],
      ["Chanel", { en: "Timeless flap bag", fr: "Sac Timeless à rabat" }, 4200],
      ["Gucci", { en: "Marmont bag", fr: "Sac Marmont" }, 780],
      ["Hermès", { en: "silk scarf 90 cm", fr: "Carré de soie 90 cm" }, 220],
      ["Michael Kors", { en: "Jet Set tote", fr: "Cabas Jet Set" }, 90],
      ["Barbour", { en: "Bedale waxed jacket", fr: "Veste cirée Bedale" }, 130, "coat"],
      ["Levi's", { en: "501 jeans", fr: "Jean 501" }, 32, "coat"],
      ["The North Face", { en: "Nuptse down jacket", fr: "Doudoune Nuptse" }, 160, "coat"],
      ["Sézane", { en: "wool cardigan", fr: "Gilet en laine" }, 60, "coat"],
      ["Zara", { en: "wool coat", fr: "Manteau en laine" }, 28, "coat"],
    ],
  },
  shoes: {
    shape: "shoe",
    models: [
      ["Nike", "Air Force 1", 60],
      ["Nike", "Air Jordan 1 High", 140],
      ["Adidas", "Samba OG", 58],
      ["Adidas", "Stan Smith", 35],
      ["New Balance", "550", 70],
      ["Dr. Martens", "1460", 75],
      ["Veja", "V-10", 55],
      ["Salomon", "XT-6", 95],
      ["Birkenstock", "Arizona", 35],
      ["Christian Louboutin", { en: "Kate pumps", fr: "Escarpins Kate" }, 320],
      ["Paraboot", "Michael", 190],
    ],
  },
  watches: {
    shape: "watch",
    models: [
      ["Rolex", "Submariner Date", 8900],
      ["Omega", "Speedmaster Professional", 4600],
      ["Seiko", "5 Sports SRPD", 180],
      ["Casio", "F-91W", 12],
      ["Casio", "G-Shock GA-2100", 70],
      ["Tissot", "PRX Quartz", 260],
      ["Apple", "Watch SE 2022", 150],
      ["Garmin", "Fenix 6", 230],
      ["Lip", "Nautic Ski", 190],
      ["Swatch", "Sistem51", 60],
    ],
  },
  bikes: {
    shape: "bike",
    models: [
      ["Rockrider", { en: "ST 100 mountain bike", fr: "VTT ST 100" }, 160],
      ["Elops", { en: "520 city bike", fr: "Vélo de ville 520" }, 190],
      ["Trek", { en: "Marlin 5 mountain bike", fr: "VTT Marlin 5" }, 380],
      ["Specialized", { en: "Allez road bike", fr: "Vélo de route Allez" }, 620],
      ["Brompton", { en: "C Line folding bike", fr: "Vélo pliant C Line" }, 890],
      ["VanMoof", { en: "S3 electric bike", fr: "Vélo électrique S3" }, 780],
      ["Cube", { en: "Touring Hybrid electric bike", fr: "Vélo électrique Touring Hybrid" }, 1450],
      ["Peugeot", { en: "vintage road bike 1980s", fr: "Vélo de course vintage années 80" }, 180],
      ["Btwin", { en: "child's bike 16 inch", fr: "Vélo enfant 16 pouces" }, 60],
      ["Giant", { en: "Escape 3 hybrid bike", fr: "VTC Escape 3" }, 280],
    ],
  },
  furniture: {
    shape: "sofa",
    models: [
      ["IKEA", { en: "Kallax shelf 4x4", fr: "Étagère Kallax 4x4" }, 60, "shelf"],
      ["IKEA", { en: "Malm chest of drawers", fr: "Commode Malm" }, 70, "shelf"],
      ["IKEA", { en: "Söderhamn sofa", fr: "Canapé Söderhamn" }, 390],
      ["IKEA", { en: "Poäng armchair", fr: "Fauteuil Poäng" }, 55],
      ["", { en: "solid oak dining table", fr: "Table à manger en chêne massif" }, 240, "shelf"],
      ["", { en: "Louis Philippe dresser", fr: "Commode Louis-Philippe" }, 210, "shelf"],
      ["", { en: "mid-century teak sideboard", fr: "Enfilade vintage en teck" }, 450, "shelf"],
      ["", { en: "bunk bed with mattresses", fr: "Lits superposés avec matelas" }, 160, "shelf"],
      ["Ligne Roset", { en: "Togo sofa", fr: "Canapé Togo" }, 1900],
      ["Tolix", { en: "A chair", fr: "Chaise A" }, 90],
    ],
  },
  baby: {
    shape: "pram",
    models: [
      ["Babyzen", { en: "Yoyo pushchair", fr: "Poussette Yoyo" }, 220],
      ["Cybex", { en: "Priam pram", fr: "Poussette Priam" }, 390],
      ["Stokke", { en: "Tripp Trapp high chair", fr: "Chaise haute Tripp Trapp" }, 130],
      ["Maxi-Cosi", { en: "car seat group 0+", fr: "Siège auto groupe 0+" }, 65],
      ["", { en: "wooden cot with mattress", fr: "Lit bébé en bois avec matelas" }, 75],
      ["", { en: "baby clothes bundle 0-6 months", fr: "Lot vêtements bébé 0-6 mois" }, 25],
      ["BabyBjörn", { en: "bouncer Bliss", fr: "Transat Bliss" }, 90],
      ["Philips Avent", { en: "baby monitor", fr: "Babyphone" }, 45],
    ],
  },
  books: {
    shape: "book",
    models: [
      ["", { en: "Harry Potter complete box set", fr: "Coffret intégral Harry Potter" }, 45],
      ["", { en: "One Piece volumes 1 to 20", fr: "Lot One Piece tomes 1 à 20" }, 60],
      ["", { en: "Asterix bundle of 8 albums", fr: "Lot de 8 albums Astérix" }, 35],
      ["", { en: "Proust in the Pléiade edition", fr: "Proust en Pléiade" }, 42],
      ["", { en: "anatomy textbook", fr: "Manuel d'anatomie" }, 30],
      ["", { en: "Lonely Planet Japan", fr: "Guide Lonely Planet Japon" }, 8],
      ["", { en: "Asimov Foundation trilogy", fr: "Trilogie Fondation d'Asimov" }, 12],
      ["", { en: "Ottolenghi cookbook", fr: "Livre de cuisine Ottolenghi" }, 15],
    ],
  },
  tickets: {
    shape: "ticket",
    models: [
      ["", { en: "2 concert tickets, Accor Arena", fr: "2 places de concert, Accor Arena" }, 130],
      ["", { en: "Disneyland Paris 1-day ticket", fr: "Billet Disneyland Paris 1 jour" }, 70],
      ["", { en: "football ticket, Parc des Princes", fr: "Place de foot, Parc des Princes" }, 85],
      ["", { en: "theatre, 2 stalls seats", fr: "Théâtre, 2 places en orchestre" }, 60],
      ["", { en: "3-day festival pass", fr: "Pass festival 3 jours" }, 150],
    ],
  },
  cars: {
    shape: "car",
    models: [
      ["Renault", "Clio IV", 7900],
      ["Peugeot", "208", 8900],
      ["Renault", "Twingo III", 5600],
      ["Volkswagen", "Golf VII", 12500],
      ["Toyota", "Yaris Hybrid", 12900],
      ["Citroën", "C3", 6900],
      ["Dacia", "Sandero", 7400],
      ["Fiat", "500", 7200],
      ["Renault", "Kangoo", 5900],
      ["Tesla", "Model 3", 23500],
    ],
  },
};

export const models: readonly Model[] = categoryIds.flatMap((category) =>
  rows[category].models.map(([brand, name, price, shape]) => ({
    category,
    ...(brand && { brand }),
    name: typeof name === "string" ? { en: name, fr: name } : name,
    price,
    shape: shape ?? rows[category].shape,
  })),
);

/** Share of ads in each category, roughly as a general second-hand site has them. */
export const categoryWeights: readonly (readonly [number, Category])[] = [
  [13, "phones"],
  [8, "computers"],
  [9, "consoles"],
  [18, "fashion"],
  [12, "shoes"],
  [5, "watches"],
  [8, "bikes"],
  [13, "furniture"],
  [8, "baby"],
  [9, "books"],
  [3, "tickets"],
  [4, "cars"],
];

const grades = ["new", "like_new", "good", "fair", "for_parts"] as const;
export type Grade = (typeof grades)[number];
/** What condition does to a price, as a factor. */
export const gradeFactor: Record<Grade, number> = { new: 1.28, like_new: 1.12, good: 1, fair: 0.78, for_parts: 0.3 };

export const colours = {
  black: { en: "black", fr: "noir" },
  white: { en: "white", fr: "blanc" },
  blue: { en: "blue", fr: "bleu" },
  green: { en: "green", fr: "vert" },
  red: { en: "red", fr: "rouge" },
  grey: { en: "grey", fr: "gris" },
  brown: { en: "brown", fr: "marron" },
  pink: { en: "pink", fr: "rose" },
} as const satisfies Record<string, Words>;
export type Colour = keyof typeof colours;
export const colourIds = Object.keys(colours) as Colour[];
