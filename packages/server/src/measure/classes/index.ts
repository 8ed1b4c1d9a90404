/** What pictures show, by providers and models that an operator sets up; nobody unless configured. */
export { PictureClasses } from "./picture_classes.ts";
