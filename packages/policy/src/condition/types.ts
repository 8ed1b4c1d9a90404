/** The types of the condition language. All numbers are `double`. */
import { z } from "zod";

export type Type =
  | { is: "double" | "bool" | "null" | "timestamp" | "duration" | "dyn" }
  /** `values`: the only ones that it can have, where they are known. */
  | { is: "string"; values?: readonly string[] }
  | { is: "list"; of: Type }
  /** Keys are not known beforehand. */
  | { is: "map"; of: Type; key: Type }
  /** Fields are declared; `name` is how it is called in messages. */
  | { is: "object"; name: string; fields: Readonly<Record<string, Type>>; nullable?: boolean };

export const double: Type = { is: "double" };
export const string: Type = { is: "string" };
export const bool: Type = { is: "bool" };
export const nothing: Type = { is: "null" };
export const timestamp: Type = { is: "timestamp" };
export const duration: Type = { is: "duration" };
/** Known only when it runs; also what a mistaken expression has, so that one mistake is told once. */
export const dyn: Type = { is: "dyn" };
export const listOf = (of: Type): Type => ({ is: "list", of });
export const mapOf = (of: Type, key: Type = string): Type => ({ is: "map", of, key });
export const objectOf = (name: string, fields: Record<string, Type>): Type => ({ is: "object", name, fields });

/** How a type is called in messages and documentation. */
export function typeName(type: Type): string {
  switch (type.is) {
    case "double":
      return "number";
    case "dyn":
      return "any";
    case "list":
      return type.of.is === "dyn" ? "list" : `list of ${typeName(type.of)}`;
    case "object":
      return type.name;
    default:
      return type.is;
  }
}

/** Whether a value of type `from` can stand where `to` is wanted. */
export function fits(from: Type, to: Type): boolean {
  if (from.is === "dyn" || to.is === "dyn") return true;
  if (from.is === "list" && to.is === "list") return fits(from.of, to.of);
  if (isKeyed(from) && isKeyed(to)) return true;
  return from.is === to.is;
}

const isKeyed = (type: Type) => type.is === "map" || type.is === "object";

/** Whether two values can ever be equal; null only equals what can be null. */
export function comparable(a: Type, b: Type): boolean {
  if (a.is === "null" || b.is === "null") {
    const other = a.is === "null" ? b : a;
    return other.is === "null" || other.is === "dyn" || (other.is === "object" && other.nullable === true);
  }
  return fits(a, b);
}

/** The narrowest type that holds both; `dyn` when they have nothing in common. */
export function join(a: Type, b: Type): Type {
  if (a === b) return a;
  if (a.is === "list" && b.is === "list") return listOf(join(a.of, b.of));
  if (a.is === "string" && b.is === "string") return string;
  if (a.is === "object" || b.is === "object") return dyn;
  return a.is === b.is ? a : dyn;
}

interface JsonSchema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
}

const known = new WeakMap<z.ZodType, Type>();

/** The condition language's view of a schema of the contract; worked out once for each schema. */
export function typeOfSchema(schema: z.ZodType, name: string): Type {
  const type = known.get(schema) ?? convert(schema, name);
  known.set(schema, type);
  return type;
}

function convert(schema: z.ZodType, name: string): Type {
  const json = z.toJSONSchema(schema, { unrepresentable: "any", reused: "inline" }) as JsonSchema;
  return typeOfJson(json, name, json.$defs ?? {});
}

function typeOfJson(json: JsonSchema, name: string, defs: Record<string, JsonSchema>): Type {
  if (json.$ref) return typeOfJson(defs[json.$ref.split("/").at(-1)!] ?? {}, name, defs);
  if (json.anyOf) {
    // A text or an object (a listing's condition) has been normalised to the object; a null is a missing value.
    const some = json.anyOf.filter((option) => option.type !== "null");
    const chosen = some.find((option) => option.type === "object") ?? some[0] ?? {};
    const type = typeOfJson(chosen, name, defs);
    return type.is === "object" && some.length < json.anyOf.length ? { ...type, nullable: true } : type;
  }
  if (json.enum?.every((value) => typeof value === "string")) return { is: "string", values: json.enum as string[] };
  switch (json.type) {
    case "number":
    case "integer":
      return double;
    case "string":
      return string;
    case "boolean":
      return bool;
    case "array":
      return listOf(typeOfJson(json.items ?? {}, `${name}[]`, defs));
    case "object": {
      if (json.properties) {
        const fields = Object.entries(json.properties).map(
          ([key, value]) => [key, typeOfJson(value, `${name}.${key}`, defs)] as const,
        );
        return objectOf(name, Object.fromEntries(fields));
      }
      return mapOf(
        typeof json.additionalProperties === "object" ? typeOfJson(json.additionalProperties, name, defs) : dyn,
      );
    }
    default:
      return dyn;
  }
}
