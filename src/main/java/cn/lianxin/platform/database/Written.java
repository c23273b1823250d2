package cn.lianxin.platform.database;

/** A row that remembers in which transaction it was written last. */
public interface Written {

    long id();

    /** The transaction's number, as PostgreSQL counts them. */
    long writtenIn();
}
