/** What a picture's file says of itself: EXIF, XMP, IPTC and PNG texts by ExifReader; C2PA manifests and what image generators write, read here. */
import type { MeasurementValue } from "@assay/contract";
import ExifReader, { type ExpandedTags } from "exifreader";
import { contentClaim } from "./content_claim.ts";

type PictureMetadata = MeasurementValue<"picture_metadata">;

const editors =
  /photoshop|lightroom|gimp|snapseed|picsart|canva|affinity|pixelmator|faceapp|facetune|paint\.net|meitu|vsco|photoscape|fotor|befunky|photopea|remove\.bg|luminar|capture one|polarr|airbrush|paint shop|pixlr/i;
const generators =
  /midjourney|dall.?e|stable.?diffusion|comfyui|invokeai|automatic1111|novelai|firefly|gpt-image|imagen|flux\.?1|leonardo\.ai|ideogram/i;
/** IPTC's words for what a model made, alone or in part. */
const sourceOfModel = /(?:^|\/)(?:composite(?:Synthetic|WithTrainedAlgorithmicMedia)?|trainedAlgorithmicMedia)$/;
/** What Stable Diffusion's interfaces write of a picture's making. */
const recipe = /\bsteps: *\d+.*\bsampler|"class_type" *: *"KSampler|"sampler_name" *:/is;

/** Nothing to read is no error. @throws when the file's metadata is damaged beyond reading */
export async function metadataOf(bytes: Buffer): Promise<PictureMetadata> {
  const tags = await tagsOf(bytes);
  const software =
    textOf(tags.exif?.Software) ?? textOf(tags.xmp?.["CreatorTool"]) ?? textOf(tags.pngText?.["Software"]);
  const camera = [textOf(tags.exif?.Make), textOf(tags.exif?.Model)].filter(Boolean).join(" ").trim();
  const location = locationOf(tags);
  const takenAt = takenAtOf(tags);
  const claim = contentClaim(bytes);
  const generated = generatedBy(tags, software, claim);
  return {
    ...(location && { location }),
    ...(takenAt && { taken_at: takenAt }),
    ...(camera && { camera: camera.slice(0, 200) }),
    ...(software && { software }),
    edited: editors.test(software ?? "") || /\b(?:saved|edited)\b/i.test(textOf(tags.xmp?.["action"]) ?? ""),
    screenshot: /screenshot|capture d.écran/i.test(
      [textOf(tags.exif?.UserComment), textOf(tags.exif?.ImageDescription), software].join(" "),
    ),
    ...(generated && { generated }),
    ...(claim?.generator && { claimed_by: claim.generator }),
  };
}

async function tagsOf(bytes: Buffer): Promise<ExpandedTags> {
  try {
    return await ExifReader.load(bytes, {
      expanded: true,
      async: true,
      excludeTags: { thumbnail: true, icc: true, makerNotes: true, photoshop: true },
    });
  } catch (error) {
    // A file of a kind that carries none, or that carries none.
    if (error instanceof Error && /no exif|invalid image format|no supported/i.test(`${error.name} ${error.message}`)) {
      return {} as ExpandedTags;
    }
    throw error;
  }
}

/** The text of a tag, at most 200 characters without control characters; undefined where there is none. */
function textOf(tag: unknown): string | undefined {
  if (typeof tag !== "object" || tag === null) return undefined;
  const { description, value } = tag as { description?: unknown; value?: unknown };
  const text =
    typeof description === "string" && description !== "" ? description : typeof value === "string" ? value : "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const clean = text.replaceAll(/[\u0000-\u001f\u007f]+/g, " ").trim();
  return clean === "" ? undefined : clean.slice(0, 200);
}

function locationOf({ gps, xmp }: ExpandedTags): PictureMetadata["location"] {
  const latitude = gps?.Latitude ?? degrees(textOf(xmp?.["GPSLatitude"]));
  const longitude = gps?.Longitude ?? degrees(textOf(xmp?.["GPSLongitude"]));
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return undefined;
  if (Math.abs(latitude!) > 90 || Math.abs(longitude!) > 180) return undefined;
  // Where a camera writes the fields without a fix; nobody lives there.
  if (latitude === 0 && longitude === 0) return undefined;
  return { latitude: latitude!, longitude: longitude! };
}

/** XMP's way, `48,51.396N` or `48,51,23.7N`, in degrees. */
function degrees(text: string | undefined): number | undefined {
  const match = /^(\d{1,3}),(\d{1,2}(?:\.\d+)?)(?:,(\d{1,2}(?:\.\d+)?))?([NSEW])$/.exec(text ?? "");
  if (!match) return undefined;
  const size = Number(match[1]) + Number(match[2]) / 60 + Number(match[3] ?? 0) / 3600;
  return match[4] === "S" || match[4] === "W" ? -size : size;
}

/** EXIF's `2024:05:06 07:08:09` as RFC 3339; undefined for what is no time, such as a camera that was never set. */
function takenAtOf({ exif, xmp }: ExpandedTags): string | undefined {
  const raw = textOf(exif?.DateTimeOriginal) ?? textOf(exif?.DateTimeDigitized) ?? textOf(xmp?.["DateTimeOriginal"]);
  const match = /^(\d{4})[:-](\d\d)[:-](\d\d)[T ](\d\d):(\d\d):(\d\d)/.exec(raw ?? "");
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  if (Number(year) < 1990) return undefined;
  const time = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const offset = /^[+-]\d\d:\d\d$/.exec(textOf(exif?.OffsetTimeOriginal) ?? "")?.[0] ?? "";
  return Number.isNaN(Date.parse(time + (offset || "Z"))) ? undefined : time + offset;
}

/** How it is known that a model made the picture: the strongest first. */
function generatedBy(
  tags: ExpandedTags,
  software: string | undefined,
  claim: ReturnType<typeof contentClaim>,
): string | undefined {
  if (claim?.sources.some((source) => sourceOfModel.test(source))) return "c2pa";
  const { xmp } = tags;
  if (sourceOfModel.test(textOf(xmp?.["DigitalSourceType"]) ?? "")) return "iptc";
  const texts = Object.values((tags.pngText ?? {}) as Record<string, unknown>).map((tag) => {
    const { value } = (tag ?? {}) as { value?: unknown };
    return typeof value === "string" ? value.slice(0, 20_000) : (textOf(tag) ?? "");
  });
  const comment = textOf(tags.exif?.UserComment) ?? "";
  if ([...texts, comment].some((text) => recipe.test(text))) return "recipe";
  if (generators.test(`${software ?? ""} ${claim?.generator ?? ""}`)) return "software";
  return undefined;
}
