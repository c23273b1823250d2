package cn.lianxin.identity;

/** What somebody who is signed in has to do before anything else is open to him. */
enum Due {
    NOTHING("/"),
    /** He has not read yet what is kept of him and why, or not as it stands now. */
    READING("/me/statement"),
    /** The password was given to him by someone and is not yet his own. */
    OWN_PASSWORD("/password"),
    /** His roles ask for more than a password, and he has nothing more yet. */
    SECOND_FACTOR("/me/second-factor");

    private final String address;

    Due(String address) {
        this.address = address;
    }

    /** Where he does it. */
    String address() {
        return address;
    }
}
