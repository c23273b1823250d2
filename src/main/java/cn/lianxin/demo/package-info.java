/**
 * The demo enterprise: an invented group with three mines, two thousand people and eighteen months of concerns, so that
 * whoever starts Lianxin for the first time sees it at work. Everything in it is planned from a fixed seed and the day of
 * the first start, and then lived through the real activities with the clock set back. Nothing uses this room.
 */
@NullMarked
@ApplicationModule(
        id = "demo",
        allowedDependencies = {
            "kernel",
            "platform.attachment",
            "platform.web",
            "platform.calendar",
            "platform.notification",
            "organization",
            "identity",
            "factor",
            "promise",
            "concern",
            "verdict",
            "spotcheck",
            "safeguard",
            "report",
            "problem",
            "knowledge",
            "newsroom",
            "reprint",
            "duty",
            "publicledger",
            "disclosure",
            "exemplar",
            "report"
        })
package cn.lianxin.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
