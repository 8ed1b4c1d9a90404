/** People of a marketplace and what they may do. */
import { roleSchema, userSchema } from "@assay/contract";
import { z } from "zod";
import { changeUser, inviteUser, listUsers } from "../access/index.ts";
import { appendAudit } from "../audit/index.ts";
import type { Deps } from "../deps.ts";
import { type App, principalOf } from "./route.ts";

const name = z.string().trim().min(1).max(200);
/** Whatever mail servers take: names in other scripts, hosts without a dot. */
const address = z
  .string()
  .trim()
  .max(320)
  .regex(/^[^\s@]+@[^\s@]+$/, "must be an e-mail address");
const roles = z.array(roleSchema).max(10);

export async function userRoutes(app: App, { db, config }: Deps): Promise<void> {
  app.get(
    "/v1/users",
    {
      config: { permission: "user.manage" },
      schema: { summary: "Everybody who works here", response: { 200: z.object({ data: z.array(userSchema) }) } },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      return { data: await listUsers(db.for(marketplace), marketplace) };
    },
  );

  app.post(
    "/v1/users",
    {
      config: { permission: "user.manage" },
      schema: {
        summary: "Invite a person; again for a new one-time link",
        description:
          "No link is given for a person who works for other marketplaces too: they log in as they do there.",
        body: z.object({ email: address, name, roles: roles.min(1) }),
        response: { 200: z.object({ user: userSchema, link: z.string().optional() }) },
      },
    },
    async (request) => {
      const { marketplace, id } = principalOf(request);
      const { user, token } = await db.transaction(marketplace, async (tx) => {
        const invited = await inviteUser(tx, marketplace, request.body);
        const details = { roles: request.body.roles };
        await appendAudit(tx, marketplace, { actor: id, what: "user.invited", subject: invited.user.id, details });
        return invited;
      });
      const origin = config.publicUrl?.replace(/\/$/, "") ?? `${request.protocol}://${request.host}`;
      return { user, ...(token !== undefined && { link: `${origin}/login/${token}` }) };
    },
  );

  app.patch(
    "/v1/users/:id",
    {
      config: { permission: "user.manage" },
      schema: {
        summary: "Change a person's roles, name, or whether they can log in; end their second factor",
        params: z.object({ id: z.string() }),
        body: z.object({
          name: name.optional(),
          roles: roles.optional(),
          disabled: z.boolean().optional(),
          second_factor: z.literal(false).optional().describe("ends it, for who lost the device"),
        }),
        response: { 200: userSchema },
      },
    },
    async (request) => {
      const { marketplace, id } = principalOf(request);
      const { roles: given, disabled, second_factor } = request.body;
      return db.transaction(marketplace, async (tx) => {
        const user = await changeUser(tx, marketplace, request.params.id, request.body);
        const details = {
          ...(given && { roles: given }),
          ...(disabled !== undefined && { disabled }),
          ...(second_factor === false && { second_factor }),
        };
        await appendAudit(tx, marketplace, { actor: id, what: "user.changed", subject: user.id, details });
        return user;
      });
    },
  );
}
