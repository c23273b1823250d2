package cn.lianxin.platform.identifying;

/** By what somebody is known. */
public enum Kind {
    NAME,
    /** How people call somebody: with his surname and post, by what he is to them, by a byname. */
    NICKNAME,
    PHONE,
    ID,
    BANK,
    PLATE,
    /** A room, not a building. */
    DORMITORY,
    /** A crew together with a shift: a dozen people. */
    CREW,
    /** Of a worker, a lamp, a card; of a case. */
    NUMBER,
    /** Of a messenger or a mailbox. */
    ACCOUNT;

    /** Never left in what is published, whoever gives which reason: nobody needs it to understand. */
    public boolean neverPublic() {
        return this == ID || this == BANK;
    }
}
