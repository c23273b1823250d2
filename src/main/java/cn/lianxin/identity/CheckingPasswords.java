package cn.lianxin.identity;

import cn.lianxin.identity.CompanyPasswords.Answer;
import cn.lianxin.organization.Directory;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whether a password is right, by its hash here or by what the company says. */
@Component
class CheckingPasswords {

    private static final Logger LOG = LoggerFactory.getLogger(CheckingPasswords.class);

    private final PasswordHashing hashing;
    private final Directory directory;
    private final Optional<CompanyPasswords> company;

    CheckingPasswords(PasswordHashing hashing, Directory directory, Optional<CompanyPasswords> company) {
        this.hashing = hashing;
        this.directory = directory;
        this.company = company;
    }

    /** Of somebody who is known already. */
    Answer check(Account account, String password) {
        if (account.byCompany()) {
            return ask(account, password);
        }
        return hashing.matches(onRecord(account, password), account.passwordHash()) ? Answer.RIGHT : Answer.WRONG;
    }

    /** At the door, where a wrong password costs the same work and gets the same answer, wherever the right one lies. */
    Answer checkAlike(Account account, String password) {
        if (account.byCompany()) {
            hashing.matchNobody(password);
            return ask(account, password);
        }
        var answer = check(account, password);
        return answer == Answer.RIGHT
                ? answer
                : inVain(directory.person(account.person()).staffNumber());
    }

    /** As {@link #checkAlike}, for a number that nobody can sign in with. */
    Answer checkNobody(String typedNumber, String password) {
        hashing.matchNobody(password);
        return inVain(typedNumber);
    }

    /** Whether he can be asked for a password at all. */
    boolean hasPassword(Account account) {
        return !account.byCompany() || company.isPresent();
    }

    private Answer ask(Account account, String password) {
        if (company.isEmpty()) {
            LOG.warn("{} signs in by the company, and no directory is set up", account);
            return Answer.WRONG;
        }
        return company.get().ask(directory.person(account.person()).staffNumber(), password);
    }

    private Answer inVain(String number) {
        return company.map(passwords -> passwords.askInVain(number)).orElse(Answer.WRONG);
    }

    static String onRecord(Account account, String password) {
        return account.mustChange() ? FirstPassword.asOnRecord(password) : password;
    }
}
