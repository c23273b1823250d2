/** Working days, make-up working days and the clock of Asia/Shanghai. Law: 全国年节及纪念日放假办法; periods are counted as 民法典 200–203 say. */
@NullMarked
@ApplicationModule(
        id = "platform.calendar",
        allowedDependencies = {"kernel"})
package cn.lianxin.platform.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
