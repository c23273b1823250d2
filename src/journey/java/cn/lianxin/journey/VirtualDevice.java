package cn.lianxin.journey;

import com.google.gson.JsonObject;

/** The browser's own authenticator without a finger: it shows its owner by itself. */
final class VirtualDevice {

    private VirtualDevice() {}

    static void putInto(Walk walk) {
        var session = walk.page().context().newCDPSession(walk.page());
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var device = new JsonObject();
        device.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", device);
    }

    /** From the page of somebody who is signed in to the same, signed out and in again by his device. */
    static void addAndSignInWith(Walk walk) {
        putInto(walk);
        walk.open("/me/second-factor")
                .write("password.current", Colliery.PASSWORD)
                .press("passkey.begin")
                .press("passkey.add-go")
                .sees("factor.codes-once")
                .open("/sign-out")
                .press("sign-out.go")
                .open("/sign-in")
                .press("sign-in.passkey")
                .press("passkey.sign-in-go");
    }
}
