package cn.lianxin.identity;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.CurrentActor;
import cn.lianxin.platform.web.MachinePath;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may come to which address at all, and what every answer tells the browser to refuse. Closed unless listed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionLimits.class)
class SecuritySetup {

    private static final String[] STATIC_FILES = {
        "/*.css", "/*.js", "/*.svg", "/*.png", "/*.ico", "/*.webmanifest", "/robots.txt", "/webjars/**"
    };

    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "style-src 'self'",
            "script-src 'self'",
            "img-src 'self' data: blob:",
            "media-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private static final String PERMISSIONS_POLICY =
            "camera=(self), microphone=(self), geolocation=(), payment=(), usb=(), display-capture=()";

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, KnownSessions sessions, SignInFirst signInFirst)
            throws Exception {
        return http.addFilterBefore(new SessionFilter(sessions), AnonymousAuthenticationFilter.class)
                // OriginFilter has refused what other sites' pages send.
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(signInFirst))
                .headers(SecuritySetup::headers)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(STATIC_FILES)
                        .permitAll()
                        .requestMatchers(
                                "/display",
                                "/sign-in",
                                "/sign-in/code",
                                "/sign-in/passkey",
                                "/sign-in/company",
                                "/sign-in/company/back",
                                "/sign-in/company/over",
                                "/sign-out",
                                "/pass",
                                "/terminals/leaving",
                                "/trust/**",
                                "/actuator/health")
                        .permitAll()
                        .requestMatchers(MachinePath::matches)
                        .permitAll()
                        .requestMatchers("/me/statement")
                        .access(open(SecuritySetup::member, due -> due == Due.READING || due == Due.NOTHING))
                        .requestMatchers("/password")
                        .access(open(SecuritySetup::member, due -> due != Due.READING))
                        .requestMatchers("/me/second-factor", "/me/second-factor/**")
                        .access(open(SecuritySetup::member, due -> due != Due.READING && due != Due.OWN_PASSWORD))
                        .requestMatchers(
                                "/",
                                "/receipt",
                                "/receipt/**",
                                "/concerns/new",
                                "/concerns/new/**",
                                "/questions",
                                "/questions/**",
                                "/news",
                                "/news/**",
                                "/log",
                                "/log/**",
                                "/sealed",
                                "/sealed/**")
                        .access(settled(_ -> true))
                        .requestMatchers("/disclosures/new", "/disclosures/*/draft", "/disclosures/*/again")
                        .access(settled(SecuritySetup::member))
                        .requestMatchers("/public-ledger/waiting", "/public-ledger/waiting/**")
                        .access(settled(SecuritySetup::member))
                        .requestMatchers(
                                GET,
                                "/disclosures",
                                "/disclosures/**",
                                "/duties",
                                "/duties/**",
                                "/public-ledger",
                                "/public-ledger/*",
                                "/public-ledger/*/pictures/*")
                        .access(settled(_ -> true))
                        .requestMatchers(POST, "/concerns", "/disclosures/receipt", "/disclosures/*/objections")
                        .access(settled(_ -> true))
                        .requestMatchers("/concerns/**")
                        .access(settled(actor -> member(actor) || actor instanceof Actor.ReceiptHolder))
                        .anyRequest()
                        .access(settled(SecuritySetup::member)))
                .build();
    }

    /** A referrer policy of {@code no-referrer} would make browsers hide the origin that OriginFilter asks for. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY))
                // Said where the certificate is known.
                .httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable);
    }

    /** Open to these actors unless something else is due first. */
    private static AuthorizationManager<RequestAuthorizationContext> settled(Predicate<Actor> allowed) {
        return open(allowed, due -> due == Due.NOTHING);
    }

    private static AuthorizationManager<RequestAuthorizationContext> open(
            Predicate<Actor> allowed, Predicate<Due> whileDue) {
        return (_, context) -> {
            HttpServletRequest request = context.getRequest();
            return new AuthorizationDecision(
                    whileDue.test(SessionFilter.due(request)) && allowed.test(CurrentActor.of(request)));
        };
    }

    private static boolean member(Actor actor) {
        return actor instanceof Actor.Member;
    }
}
