package riskmap.base;

/** A bad situation: something outside the program stands in the way. Its message says what, where and what to do. */
public class RiskMapException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Message userMessage;

    public RiskMapException(Message message) {
        this(message, null);
    }

    public RiskMapException(Message message, Throwable cause) {
        super(message.key() + " " + message.arguments(), cause);
        this.userMessage = message;
    }

    /** A bad situation said with a key and its arguments. */
    public static RiskMapException of(String key, Object... arguments) {
        return new RiskMapException(Message.of(key, arguments));
    }

    /** What to tell the user, one line. */
    public Message userMessage() {
        return userMessage;
    }
}
