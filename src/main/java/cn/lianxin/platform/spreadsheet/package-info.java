/**
 * Ledgers in and out (台账): CSV and XLSX as offices really keep them, read and written row by row, so that size is no limit.
 * What was written here is read back the same, cell by cell; what Excel opens carries no formula out of a worker's mouth.
 */
@NullMarked
@ApplicationModule(
        id = "platform.spreadsheet",
        allowedDependencies = {"kernel"})
package cn.lianxin.platform.spreadsheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
