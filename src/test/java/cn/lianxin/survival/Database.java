package cn.lianxin.survival;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What the product keeps everything in, at one address, whatever stands behind it. */
interface Database {

    String url();

    String user();

    String password();

    default Connection connection() throws SQLException {
        return DriverManager.getConnection(url(), user(), password());
    }
}
