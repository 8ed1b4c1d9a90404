/** Log-in by an identity provider: OpenID Connect, authorization code flow with PKCE (RFC 9700 asks for both state and nonce too). */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import type { OidcConfig } from "../config/index.ts";

/** What is kept between the way out and the way back, in a sealed cookie. */
export interface OidcPassage {
  state: string;
  nonce: string;
  verifier: string;
}

export interface OidcPerson {
  /** Issuer and subject as one text: what names a person for good. */
  subject: string;
  /** Only where the provider says that it verified it, or the operator trusts all of them. */
  verifiedEmail: string | undefined;
}

/** Longest wait for one answer of the provider, in seconds. */
const timeoutS = 10;

export class OidcProvider {
  readonly #settings: OidcConfig;
  #configuration: Promise<Configuration> | undefined;

  constructor(settings: OidcConfig) {
    this.#settings = settings;
  }

  /** @returns where to send the browser. @throws when the provider cannot be reached */
  async begin(redirectUri: string): Promise<{ url: URL; passage: OidcPassage }> {
    const configuration = await this.#discovered();
    const passage = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: "openid email profile",
      state: passage.state,
      nonce: passage.nonce,
      code_challenge: await calculatePKCECodeChallenge(passage.verifier),
      code_challenge_method: "S256",
    });
    return { url, passage };
  }

  /**
   * @param returned the address that the browser came back to, with its query
   * @throws when anything does not fit: state, nonce, signature, audience, or the provider's refusal
   */
  async finish(returned: URL, { state, nonce, verifier }: OidcPassage): Promise<OidcPerson> {
    const tokens = await authorizationCodeGrant(await this.#discovered(), returned, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const { iss, sub, email, email_verified } = tokens.claims()!;
    const trusted = email_verified === true || this.#settings.trustEmail;
    return { subject: `${iss} ${sub}`, verifiedEmail: trusted && typeof email === "string" ? email : undefined };
  }

  /** Asked once; a failure is not remembered. */
  #discovered(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    this.#configuration ??= discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: timeoutS,
      // Only on this machine: config refuses it elsewhere.
      execute: issuer.startsWith("http:") ? [allowInsecureRequests] : [],
    }).catch((error) => {
      this.#configuration = undefined;
      throw error;
    });
    return this.#configuration;
  }
}
