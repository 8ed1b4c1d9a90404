/** Pictures that should not meet the eye unasked: what they show, and how they are shown until a person asks to see them. */
import { z } from "zod";

export const sensitiveClasses = ["nudity", "violence", "gore", "minors"] as const;
export const sensitiveClassSchema = z.enum(sensitiveClasses);
export type SensitiveClass = (typeof sensitiveClasses)[number];

/** Until revealed: as it is, in grey, blurred, or both. */
export const pictureLooks = ["show", "grey", "blur", "blur_grey"] as const;
const lookSchema = z.enum(pictureLooks);
export type PictureLook = (typeof pictureLooks)[number];

/** How pictures of each class are shown; `other` is all that is of none. Suspected abuse of minors is always blurred. */
export const picturesShownSchema = z
  .strictObject({
    nudity: lookSchema.default("blur"),
    violence: lookSchema.default("blur"),
    gore: lookSchema.default("blur_grey"),
    minors: lookSchema.extract(["blur", "blur_grey"]).default("blur_grey"),
    other: lookSchema.default("show"),
  })
  .meta({ id: "PicturesShown" });
export type PicturesShown = z.infer<typeof picturesShownSchema>;
