package cn.lianxin.platform.vault;

/** The file of keys is gone, or belongs to another installation: nobody in the vault could be found, and nobody put into it. */
final class KeysAmiss extends RuntimeException {

    KeysAmiss(String message) {
        super(message);
    }
}
