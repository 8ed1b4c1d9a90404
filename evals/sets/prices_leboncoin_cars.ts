import type { Evaluation } from "../evaluation.ts";
import { judgePrices } from "../prices.ts";

interface Car {
  id: string;
  price_euro: string;
  dist_km: string;
  brand: string;
  model: string;
  transmission: string;
  year: string;
  fuel: string;
}

function adOf({ id, brand, model, year, dist_km: km, fuel, transmission, price_euro: price }: Car) {
  const title = `${brand} ${model} ${year} ${km} km ${fuel} ${transmission}`;
  // The set's README names its natural mistakes (10 €, 210 km): nobody sells a car that runs for less than 100 €.
  return { id, group: id, title, category: "cars", brand, amount: Number(price), mistake: Number(price) < 100 };
}

export const evaluation: Evaluation = {
  set: "prices_leboncoin_cars",
  part: "listings",
  title: "Prices of used cars in France",
  source: "AminELG/4DS_QS (GitHub), no licence stated; leboncoin 2017, with natural mistakes in it.",
  run: (data) =>
    judgePrices(
      "cars",
      data
        .rows<Car>()
        .map(adOf)
        .filter(({ amount }) => amount > 1),
    ),
};
