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

# Whoever reaches a container comes from outside it, so it asks for a log-in. Once, a first user:
#   docker run --rm -it -v tirek:/store IMAGE tirek user add NAME --role head
# then, with a key of at least 32 characters that stays the same:
#   docker run -v tirek:/store -e TIREK_SECRET_KEY=… -p 8050:8050 IMAGE
# Without a log-in, for the host machine alone:
#   docker run -v tirek:/store --network host IMAGE tirek serve
CMD ["tirek", "serve", "--host", "0.0.0.0", "--port", "8050"]
