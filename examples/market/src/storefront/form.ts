/** Reads what a browser posts: fields, and the pictures of a multipart form. */
import type { FastifyRequest } from "fastify";

export interface Form {
  fields: Record<string, string>;
  files: { bytes: Buffer; mime: string }[];
}

export async function formOf(request: FastifyRequest): Promise<Form> {
  if (!request.isMultipart()) {
    return { fields: Object.fromEntries(new URLSearchParams(String(request.body ?? ""))), files: [] };
  }
  const form: Form = { fields: {}, files: [] };
  for await (const part of request.parts()) {
    if (part.type === "field") form.fields[part.fieldname] = String(part.value);
    else {
      const bytes = await part.toBuffer();
      if (bytes.length > 0) form.files.push({ bytes, mime: part.mimetype });
    }
  }
  return form;
}
