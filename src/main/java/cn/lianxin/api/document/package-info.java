/**
 * What the programming interface says of itself and holds to: one description of each value, from which the OpenAPI
 * document is drawn and by which every request is read, so that what the document allows is taken and nothing else.
 */
@NullMarked
@ApplicationModule(
        id = "api.document",
        allowedDependencies = {"kernel", "platform.web", "application"})
package cn.lianxin.api.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
