# Tirek behind gunicorn: slim Python, no root, the store on a volume.
FROM python:3.11-slim

ENV PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    PIP_NO_CACHE_DIR=1 \
    TIREK_STORE=/store

RUN useradd --create-home --uid 10001 tirek \
    && install --directory --owner tirek --group tirek /store

WORKDIR /app
COPY requirements.txt ./
RUN pip install --require-hashes -r requirements.txt

COPY pyproject.toml README.md ./
COPY dashboard dashboard
COPY queries queries
COPY assets assets
COPY data data
RUN pip install --no-deps --no-build-isolation --editable .

USER tirek
VOLUME /store
EXPOSE 8050

HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8050/healthz', timeout=4)"]

# Inside a container only its own address is reachable: publish the port to 127.0.0.1 of the host,
# `docker run --network host …`, until there is a log-in.
CMD ["tirek", "serve", "--host", "127.0.0.1", "--port", "8050"]
