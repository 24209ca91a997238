# Two stages: what builds the site stays behind, what serves it is one folder.
FROM python:3.13-slim AS build
RUN python -m venv /opt/venv
WORKDIR /source
# The locked packages first: they change seldom, so this layer is reused.
COPY requirements.txt .
RUN /opt/venv/bin/pip install --no-cache-dir --require-hashes --requirement requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY app app
COPY static static
COPY templates templates
RUN /opt/venv/bin/pip install --no-cache-dir --no-deps . && /opt/venv/bin/pip check

FROM python:3.13-slim
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
COPY --from=build /opt/venv /opt/venv
# A number, so that an orchestrator can see that it is not root. Nothing is ever written.
USER 10001
EXPOSE 8000
# The slim image has no curl.
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
# Exec form: the signal that stops the container reaches the server, which then finishes its answers.
CMD ["kernelwalk", "--host", "0.0.0.0"]
