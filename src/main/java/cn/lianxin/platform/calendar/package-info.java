/**
 * Working days, make-up working days, stoppages, shift rosters and the clock of Asia/Shanghai. Law: 全国年节及纪念日放假办法;
 * periods are counted as 民法典 200–203 say. Natural days, working days, natural hours, working hours and the hours of a
 * crew's shifts.
 */
@NullMarked
@ApplicationModule(
        id = "platform.calendar",
        allowedDependencies = {"kernel", "platform.audit", "platform.spreadsheet", "platform.text", "platform.web"})
package cn.lianxin.platform.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
