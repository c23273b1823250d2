/* Lianxin 连心: asks the device for its passkey. Who has no script signs in with his password. */
(() => {
  "use strict";
  const form = document.querySelector("[data-passkey]");
  if (!form || !window.PublicKeyCredential) return;
  const told = form.dataset;
  const button = form.querySelector("button");
  const failed = document.querySelector("[data-passkey-failed]");
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  const create = async () => {
    const made = await navigator.credentials.create({ publicKey: {
      challenge: bytes(told.challenge),
      rp: { id: told.site, name: told.product },
      user: { id: bytes(told.handle), name: told.number, displayName: told.name },
      pubKeyCredParams: [{ type: "public-key", alg: -7 }, { type: "public-key", alg: -257 }],
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
      excludeCredentials: told.known.split(" ").filter(Boolean).map((id) => ({ type: "public-key", id: bytes(id) })),
      attestation: "none",
    } });
    return { clientData: made.response.clientDataJSON, attestation: made.response.attestationObject };
  };

  const get = async () => {
    const signed = await navigator.credentials.get({ publicKey: {
      challenge: bytes(told.challenge),
      rpId: told.site,
      userVerification: "required",
    } });
    const answer = signed.response;
    return {
      id: signed.rawId,
      clientData: answer.clientDataJSON,
      authenticatorData: answer.authenticatorData,
      signature: answer.signature,
      handle: answer.userHandle || new ArrayBuffer(0),
    };
  };

  document.querySelector("[data-passkey-unable]").hidden = true;
  button.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    failed.hidden = true;
    try {
      const answer = await (told.passkey === "create" ? create() : get());
      for (const name of Object.keys(answer)) form.elements[name].value = text(answer[name]);
      form.submit();
    } catch (refused) {
      failed.hidden = false;
      button.disabled = false;
    }
  });
})();
