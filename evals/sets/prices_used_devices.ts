import type { Evaluation } from "../evaluation.ts";
import { judgePrices } from "../prices.ts";

interface Device {
  id: string;
  device_brand: string;
  os: string;
  screen_size: string;
  four_g: string;
  five_g: string;
  rear_camera_mp: string;
  internal_memory: string;
  ram: string;
  release_year: string;
  normalized_used_price: string;
}

/** What a seller would write in the title; prices are stored as logarithms. */
function adOf(device: Device) {
  const { device_brand: brand, os, screen_size: size, internal_memory: memory, ram, release_year: year } = device;
  const network = device.five_g === "yes" ? "5G" : device.four_g === "yes" ? "4G" : "";
  const title = `${brand} ${os} ${memory} GB ${ram} RAM ${size} cm ${year} ${device.rear_camera_mp} MP ${network}`;
  const amount = Math.exp(Number(device.normalized_used_price));
  return { id: device.id, group: device.id, title, category: "devices", brand, amount };
}

export const evaluation: Evaluation = {
  set: "prices_used_devices",
  part: "listings",
  title: "Prices of used phones and tablets",
  source: "falakian/Used-Phones-Tablets-Pricing-Dataset (GitHub), no licence stated.",
  run: (data) => judgePrices("used devices", data.rows<Device>().map(adOf)),
};
