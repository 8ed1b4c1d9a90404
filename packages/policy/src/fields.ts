/** Types that a marketplace can declare for its own extra fields. */
export const fieldTypes = ["double", "string", "bool", "list<string>"] as const;
export type FieldType = (typeof fieldTypes)[number];
