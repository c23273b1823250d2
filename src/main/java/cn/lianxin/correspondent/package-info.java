/**
 * 特约通讯员: who writes for the paper, with a file of units, trainings and awards; how much of whom came out; and what is paid for it,
 * by rates in versions, shared to the fen, month by month, each closed by a second person and the same bytes whenever it is computed
 * again. Law: 使用文字作品支付报酬办法; 会计法 §23 (vouchers are kept as they are).
 */
@NullMarked
@ApplicationModule(
        id = "correspondent",
        allowedDependencies = {
            "kernel",
            "platform.audit",
            "platform.paper",
            "platform.retention",
            "platform.text",
            "platform.web",
            "organization",
            "newsroom"
        })
package cn.lianxin.correspondent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
