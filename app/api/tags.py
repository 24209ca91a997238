"""The groups of the API's operations, as OpenAPI and the reference list them."""

TAGS = [
    {
        "name": "conv2d",
        "description": "Convolution of a 2-D input with a kernel, and every step of it.",
    },
    {
        "name": "conv_transpose2d",
        "description": "Transposed convolution: the kernel is laid down for every input cell.",
    },
    {
        "name": "catalogues",
        "description": "What can be named in an address, the limits, and whether the server is there.",
    },
    {
        "name": "figures",
        "description": "A step as a picture, all steps as a film, and the output as a table.",
    },
    {
        "name": "share",
        "description": "A link for others, and one step as texts and pictures to paste.",
    },
    {
        "name": "offline",
        "description": "A convolution as one file, which steps without a server.",
    },
]
