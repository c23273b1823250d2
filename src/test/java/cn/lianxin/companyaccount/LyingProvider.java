package cn.lianxin.companyaccount;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.function.UnaryOperator;

/** Speaks the protocol and says whatever a test wants it to: what an honest provider never says. */
final class LyingProvider implements AutoCloseable {

    static final String CLIENT = "lianxin";
    static final String SECRET = "a secret of at least thirty-two bytes, as HS256 wants it";

    private final HttpServer server;
    private final RSAKey key;
    private volatile String issuer;
    private volatile String token = "";
    private volatile String userInfo = "{}";
    private volatile String asked = "";
    private volatile String askedAs = "";

    LyingProvider() throws IOException, JOSEException {
        this.key = new RSAKeyGenerator(2048).keyID("of-the-provider").generate();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.issuer = address();
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, metadata()));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.createContext("/user", exchange -> answer(exchange, 200, userInfo));
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What it calls itself in its own description. */
    void callItself(String name) {
        issuer = name;
    }

    private String metadata() {
        return """
                {"issuer": "%s", "authorization_endpoint": "%s/authorize", "token_endpoint": "%s/token",
                 "jwks_uri": "%s/keys", "userinfo_endpoint": "%s/user", "end_session_endpoint": "%s/end",
                 "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(issuer, address(), address(), address(), address(), address());
    }

    private void token(HttpExchange exchange) throws IOException {
        asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        askedAs = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        answer(exchange, 200, """
                {"access_token": "opens its user page", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}
                """.formatted(token));
    }

    /** What we sent when we gave the code. */
    String asked() {
        return asked;
    }

    String askedAs() {
        return askedAs;
    }

    void tellOfUser(String json) {
        userInfo = json;
    }

    /** The claims that an honest one would make. */
    JWTClaimsSet.Builder claims(String number, String nonce) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(address())
                .audience(CLIENT)
                .subject("inner-" + number)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", nonce)
                .claim("preferred_username", number);
    }

    void say(String number, String nonce, UnaryOperator<JWTClaimsSet.Builder> otherwise) throws JOSEException {
        say(otherwise.apply(claims(number, nonce)).build(), key);
    }

    void say(JWTClaimsSet claims) throws JOSEException {
        say(claims, key);
    }

    private void say(JWTClaimsSet claims, RSAKey by) throws JOSEException {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build(), claims);
        jwt.sign(new RSASSASigner(by));
        token = jwt.serialize();
    }

    void saySignedByAnother(JWTClaimsSet claims) throws JOSEException {
        say(claims, new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate());
    }

    void sayUnsigned(JWTClaimsSet claims) {
        token = new PlainJWT(claims).serialize();
    }

    /** The header says none, and what would be the signature is there. */
    void sayWithNoneWritten(JWTClaimsSet claims) throws JOSEException {
        say(claims, key);
        var parts = token.split("\\.");
        var header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.US_ASCII));
        token = header + "." + parts[1] + "." + parts[2];
    }

    /** By the secret that both sides know, or by the public key as if it were one. */
    void saySymmetric(JWTClaimsSet claims, byte[] secret) throws JOSEException {
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        jwt.sign(new MACSigner(secret));
        token = jwt.serialize();
    }

    byte[] publicKey() throws JOSEException {
        return key.toRSAPublicKey().getEncoded();
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
