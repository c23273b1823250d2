package cn.lianxin.organization;

/**
 * A person to be taken on; appointed to a unit in a second step.
 *
 * @param staffNumber at most 20 letters, digits and dashes; unique for ever
 * @param name at most 40 characters
 * @param phone empty where none is known
 */
public record NewPerson(String staffNumber, String name, Employment employment, String phone) {

    NewPerson cleaned() {
        return new NewPerson(
                Wording.staffNumber(staffNumber), Wording.line("name", name, 40), employment, Wording.phone(phone));
    }
}
