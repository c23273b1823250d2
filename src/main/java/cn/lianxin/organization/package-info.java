/**
 * The one tree of units, the people in it, their posts and appointments (组织、职工、岗位): who is above whom, today and
 * on any day before. Units end and people leave, but neither is ever deleted, because old concerns name them. Other rooms
 * join on the views {@code organization.unit_line}, {@code unit_card} and {@code person_card} and on nothing else here.
 */
@NullMarked
@ApplicationModule(
        id = "organization",
        allowedDependencies = {
            "kernel",
            "platform.audit",
            "platform.identifying",
            "platform.retention",
            "platform.web",
            "platform.text",
            "platform.spreadsheet"
        })
package cn.lianxin.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
