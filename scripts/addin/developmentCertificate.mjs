import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./runTypeScript.mjs";

/** A certificate for localhost: the trusted one of Office where it can be installed, else one made here, which the browser must be told to trust. */
export async function developmentCertificate() {
  const { default: certificates } = await import("office-addin-dev-certs");
  if (process.platform !== "linux") {
    try {
      return await certificates.getHttpsServerOptions();
    } catch (error) {
      console.warn(
        `The development certificate could not be installed (${error.message}); an untrusted one is used.`,
      );
    }
  }
  const folder = join(root, "node_modules", ".cache", "kc", "certificates");
  mkdirSync(folder, { recursive: true });
  const [ca, cert, key] = ["ca.crt", "localhost.crt", "localhost.key"].map((name) => join(folder, name));
  await certificates.generateCertificates(ca, cert, key);
  return { ca: readFileSync(ca), cert: readFileSync(cert), key: readFileSync(key) };
}
