# %% [markdown]
# # Convolutions in a notebook
#
# Each cell below runs in Jupyter, VS Code or marimo where Kernelwalk is installed (`pip install .`).
# No server is needed. The value of a cell is a picture, the one that the address `/api/v1/conv2d.svg` draws.

# %%
import numpy as np

from app.notebook import conv2d, conv_transpose2d

# %% [markdown]
# The lesson's example, on its sixth step. Parameters have the names and the values of the address.

# %%
lesson = conv2d(step=6)
lesson

# %% [markdown]
# Its numbers are NumPy's, and every step is there with all that the API says of it.

# %%
print(lesson.output)
print(lesson.steps[5]["expression"])
print(lesson.geometry["formula"]["rows"])

# %% [markdown]
# Any array is an input. Here an edge, blurred: the sum of nine cells, divided by 9.

# %%
edge = np.zeros((5, 7))
edge[:, 3:] = 9
blurred = conv2d(edge, "box-3", padding="same", border="edge", step=10)
blurred

# %% [markdown]
# Another step of the same convolution, one phase before its value is written, on a dark ground.

# %%
conv2d(edge, "box-3", padding="same", border="edge", step=11, phase="add", theme="dark")

# %%
blurred.step(11)

# %% [markdown]
# A transposed convolution, as it scatters the kernel over the output.

# %%
grown = conv_transpose2d([[1, 2], [3, 4]], [[1, 0], [0, 1]], stride=2, picture="scatter", step=3)
grown

# %% [markdown]
# What does not fit is refused in a sentence.

# %%
try:
    conv2d(edge, "gaussian-5", padding="same", stride=2)
except ValueError as refusal:
    print(refusal)
