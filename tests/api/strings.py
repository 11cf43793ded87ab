"""Texts that a pattern of the models matches, or does not, by Python's engine."""

import re
from re import _constants as sre
from re import _parser as parser

# Java's classes in Python's words.
JAVA = [
    (r"\p{Alnum}", "0-9A-Za-z"),
    (r"[\p{Print}]", r"[\x20-\x7e]"),
    (r"\p{ASCII}", r"[\x00-\x7f]"),
    (r"\p{L}\p{Z}\p{N}", r"A-Za-z\u00c0-\u00ff 0-9"),
    (r"\uD800\uDC00-\uDBFF\uDFFF", "\U00010000-\U0010ffff"),
    (r"\z", r"\Z"),
]

# What breaks most patterns, in turn.
STRANGE = ["!", " ", "-", "\n", "\u20ac", "\x01", "a b", "..", "/../", "-a", "a-", "\u20ac" * 20, "!" * 20, "\n" * 20]


def compiled(pattern):
    for java, python in JAVA:
        pattern = pattern.replace(java, python)
    return re.compile(pattern, re.ASCII)


def matching(pattern, least, most, random):
    """A text that the pattern matches as a whole, with a length between two bounds; None if none is found."""
    expression = compiled(pattern)
    for attempt in range(200):
        text = "".join(_text(parser.parse(expression.pattern, re.ASCII), random, attempt // 4))
        if least <= len(text) <= most and expression.fullmatch(text):
            return text
        for padded in (text.ljust(least, "a"), text.ljust(least, "1"), text.ljust(least, "/")):
            if least <= len(padded) <= most and expression.fullmatch(padded):
                return padded
    return None


def breaking(pattern, least, most):
    """A text that the pattern does not match, with a length between two bounds; None if it matches everything."""
    expression = compiled(pattern)
    for text in STRANGE:
        for padded in (text, text.ljust(least, text[-1])):
            if least <= len(padded) <= most and not expression.fullmatch(padded):
                return padded
    return None


def _text(tokens, random, size):
    for operator, argument in tokens:
        if operator is sre.LITERAL:
            yield chr(argument)
        elif operator is sre.NOT_LITERAL:
            yield "x"
        elif operator is sre.ANY:
            yield random.choice("abc1")
        elif operator is sre.IN:
            yield _member(argument, random)
        elif operator in (sre.MAX_REPEAT, sre.MIN_REPEAT):
            least, most, inner = argument
            for _ in range(min(most, least + random.randint(0, size))):
                yield from _text(inner, random, size)
        elif operator is sre.SUBPATTERN:
            yield from _text(argument[3], random, size)
        elif operator is sre.BRANCH:
            yield from _text(random.choice(argument[1]), random, size)
        # Anchors and assertions say nothing of their own: the match decides.


def _member(items, random):
    operator, argument = random.choice([item for item in items if item[0] is not sre.NEGATE])
    if items[0][0] is sre.NEGATE:
        return "x"
    if operator is sre.LITERAL:
        return chr(argument)
    if operator is sre.RANGE:
        low, high = argument
        return chr(random.randint(low, min(high, low + 60)))
    return {sre.CATEGORY_DIGIT: "7", sre.CATEGORY_SPACE: " "}.get(argument, "a")
