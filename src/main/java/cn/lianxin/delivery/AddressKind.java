package cn.lianxin.delivery;

import cn.lianxin.platform.outgoing.Mail;

/** What a person types so that he is reached by a way. */
enum AddressKind {
    MAIL {
        @Override
        boolean takes(String address) {
            return Mail.isAddress(address);
        }
    },
    TELEPHONE {
        @Override
        boolean takes(String address) {
            return address.matches("\\+?[0-9]{5,15}");
        }

        @Override
        String tidy(String typed) {
            return super.tidy(typed).replaceAll("[ ()-]", "");
        }
    },
    ACCOUNT {
        @Override
        boolean takes(String address) {
            return address.matches("[A-Za-z0-9_.@-]{1,64}");
        }
    };

    abstract boolean takes(String address);

    String tidy(String typed) {
        return typed.strip();
    }
}
