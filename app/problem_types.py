"""Every type of problem that an answer can name: what it means, and what to do about it.

An error's ``type`` is the address of its page, and the pages are made of this list.
"""

from dataclasses import dataclass

from app.settings import LIMITS


@dataclass(frozen=True, slots=True)
class ProblemType:
    """One way in which a request fails.

    Attributes:
        name: Last part of its address, ``/problems/{name}``.
        status: HTTP status code of every answer of this type.
        title: What stands in every answer of this type.
        meaning: What has happened, in a sentence or two.
        remedy: What to do.
        example: The ``detail`` of such an answer.
        address: Where it can be seen to happen; empty where an address alone does not lead to it.
    """

    name: str
    status: int
    title: str
    meaning: str
    remedy: str
    example: str
    address: str = ""


_TYPES = (
    ProblemType(
        "invalid-parameter",
        422,
        "A parameter breaks its rule",
        "A value is not what its parameter can be, or a name is none of the parameters. "
        "Nothing was computed.",
        "Read ``detail``: it says the rule, and the value where it is a number. ``errors`` has every "
        "parameter that is wrong, with its place. Change those, and ask again.",
        "seed must be a whole number from 0 to 1,000,000, and it is 2,000,000.",
        "/api/v1/conv2d?seed=2000000",
    ),
    ProblemType(
        "repeated-parameter",
        422,
        "A parameter is there twice",
        "The same name stands more than once in the address or in the body, and it is not said which of "
        "them counts.",
        "Keep one of them.",
        "stride is there more than once. Keep one of them.",
        "/api/v1/conv2d?stride=1&stride=2",
    ),
    ProblemType(
        "impossible-convolution",
        422,
        "Not a convolution we can compute",
        "Every value is good, and together they are no convolution: a kernel larger than its input, padding "
        "“same” with a stride, a library that cannot do it, or more work than the limit allows.",
        "Read ``detail``: it says what does not go together. Make the kernel or the dilation smaller, or the "
        "input or the padding larger.",
        "kernel spans 3 rows, and the input with its padding has only 2. "
        "Use a smaller kernel or dilation, a larger input, or more padding.",
        "/api/v1/conv2d?input=1,2;3,4&kernel=box-3",
    ),
    ProblemType(
        "picture-too-large",
        422,
        "The picture is too large",
        "The convolution can be computed, and its picture would have more pixels or more elements than the "
        "limits of /api/v1 allow.",
        "Read detail: it names the limit, and a scale that is small enough where there is one. Use a smaller "
        "input, or show less of the step, as in show=grids.",
        "The picture would be 3,504 × 2,540 pixels, and neither side may have more than 2,048. "
        "Use scale=2.33 or less.",
        "/api/v1/conv2d.png?scale=4",
    ),
    ProblemType(
        "film-too-large",
        422,
        "The film is too large",
        "The convolution can be computed, and a film of all its steps would have more frames, or more pixels "
        "in all of them together, than the limits of /api/v1 allow.",
        "Read detail: it names the limit, and what to put into the address for a film that is small enough.",
        "A film has at most 200 frames, and this one would have 676, one for each step. "
        "With stride=2 it has 169.",
        "/api/v1/conv2d.gif?input=digit&size=28",
    ),
    ProblemType(
        "too-long-for-a-qr-code",
        422,
        "The link is too long for a QR code",
        "A QR code holds about 2,900 characters, and the link to be drawn has more.",
        "Name an input instead of listing its numbers, or use a smaller one; or share the link as text.",
        "The link is too long: a QR code holds about 2,900 characters, and it has 3,120. "
        "Use a named input or a smaller one.",
    ),
    ProblemType(
        "too-long-to-share",
        422,
        "The convolution is too long for an address",
        "What is to be shared is an address, and this convolution has more numbers than an address can hold.",
        "Name an input instead of listing its numbers, or use a smaller one.",
        "The address of this convolution is too long: it has 70,000 characters, and 65,535 can be followed. "
        "Use a named input or a smaller one.",
    ),
    ProblemType(
        "not-found",
        404,
        "Not found",
        "There is nothing at this address, or no step of this number.",
        "Check the spelling. ``/api/v1`` lists what there is, and ``step_count`` in a trace says how many "
        "steps there are.",
        "There is nothing at this address. /api/v1 lists what there is.",
        "/api/v1/nothing",
    ),
    ProblemType(
        "method-not-allowed",
        405,
        "Method not allowed",
        "The address exists, and does not take this method: a page cannot be sent to, for example.",
        "Use one of the methods that the header ``Allow`` of the answer lists.",
        "This address takes GET and HEAD, and no other method.",
    ),
    ProblemType(
        "bad-request",
        400,
        "Bad request",
        "The request could not be read: its body is not JSON, or not in UTF-8.",
        "Let a library write the JSON, and send it as it is.",
        "The body is not JSON: it cannot be read from line 1, character 2 on. "
        'This is: {"input": [[1, 2], [3, 4]], "kernel": [[1, 0], [0, 1]]}',
    ),
    ProblemType(
        "malformed-request",
        400,
        "Not a valid HTTP request",
        "What arrived is not HTTP/1.1, so that nothing could be understood of it.",
        "Let a browser, curl or an HTTP library write the request.",
        "This is not a valid HTTP/1.1 request. Check the method, the address and the headers, "
        "or let a browser, curl or an HTTP library write them.",
    ),
    ProblemType(
        "bad-host",
        400,
        "The Host header is missing or repeated",
        "A request says once, in the header ``Host``, which site it is for.",
        "HTTP clients do that by themselves: do not remove or repeat the header.",
        "A request needs exactly one Host header. HTTP clients add it by themselves: "
        "do not remove or repeat it.",
    ),
    ProblemType(
        "ambiguous-length",
        400,
        "The length of the body is said in two ways",
        "A body whose length is said twice could be read in two ways, which attacks make use of.",
        "HTTP clients say the length once: do not set ``Content-Length`` or ``Transfer-Encoding`` yourself.",
        "The length of the body must be said once: by one Content-Length header with a whole number, "
        "or by Transfer-Encoding, not by both. HTTP clients do that by themselves: do not set these headers.",
    ),
    ProblemType(
        "too-large-for-one-file",
        422,
        "Too large for one file",
        f"An offline page holds all of its steps, and here are more than {LIMITS.steps_in_trace:,} of them, "
        f"or more than {LIMITS.terms_in_trace:,} products in them.",
        "Take what detail says into the address, or use a smaller input.",
        f"An offline page holds at most {LIMITS.steps_in_trace:,} steps with {LIMITS.terms_in_trace:,} "
        "products, and this convolution has 3,844 steps with 34,596 products. "
        "With size=34 in the address it fits.",
        "/api/v1/conv2d.html?size=64",
    ),
    ProblemType(
        "body-too-large",
        413,
        "Request too large",
        f"The body of the request has more than {LIMITS.body_bytes} bytes, the limit.",
        "Use a smaller input, or name a pattern instead of listing its values.",
        f"The body has more than {LIMITS.body_bytes} bytes, the limit. "
        "Use a smaller input, or name a pattern such as 'ramp' instead of listing its values.",
    ),
    ProblemType(
        "target-too-long",
        414,
        "Address too long",
        f"The address has more than {LIMITS.target_bytes} bytes, the limit.",
        "Send the same names and values as JSON with POST, or use a smaller input.",
        f"The address has more than {LIMITS.target_bytes} bytes, the limit. "
        "Send the same names and values as a JSON body with POST to the API, or use a smaller input.",
    ),
    ProblemType(
        "headers-too-large",
        431,
        "Headers too large",
        f"The headers of the request have more than {LIMITS.header_bytes} bytes together, the limit.",
        "Leave out headers that are not needed; in a browser, delete the cookies of this site.",
        f"The headers have more than {LIMITS.header_bytes} bytes together, the limit. "
        "Leave out headers that are not needed; in a browser, delete the cookies of this site.",
    ),
    ProblemType(
        "unsupported-media-type",
        415,
        "Unsupported media type",
        "The body does not say that it is JSON.",
        "Add the header ``Content-Type: application/json``. With curl, use ``--json``.",
        "The body must be JSON: add the header Content-Type: application/json. With curl, use --json.",
    ),
    ProblemType(
        "compressed-body",
        415,
        "A compressed body",
        "The body is compressed, and compressed bodies are not accepted.",
        "Send it as it is, and leave out the header ``Content-Encoding``.",
        "The body says that it is compressed (Content-Encoding), and compressed bodies are not accepted. "
        "Send it as it is and leave out the Content-Encoding header.",
    ),
    ProblemType(
        "internal-error",
        500,
        "Internal error",
        "Something went wrong on our side, not in your request. The server has written it down.",
        "Report it with the id in ``detail``: what happened is kept under it.",
        "Something went wrong on our side, not in your request. "
        "Please report it with this id: 0123456789abcdef.",
    ),
    ProblemType(
        "busy",
        503,
        "Busy",
        "The server is computing for others, and nothing was computed for this request.",
        "Try again after as many seconds as the header ``Retry-After`` says.",
        "The server is computing for others. Try again in 2 seconds.",
    ),
    ProblemType(
        "timed-out",
        504,
        "Timed out",
        "What was asked for takes longer than it may, and the work was stopped.",
        "Ask for less: detail says what makes it quicker.",
        "This took longer than the 5 seconds that it may take. Ask for a smaller scale, or by=step.",
    ),
)

PROBLEM_TYPES = {each.name: each for each in _TYPES}
"""By name, those that are met most often first."""
