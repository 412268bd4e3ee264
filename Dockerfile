# JupyterLab with pnet_paths: for one person, or as the image of a JupyterHub.
#
#   docker build --tag pnet-paths .
#   docker run --rm --publish 8888:8888 pnet-paths
#
# It runs as the user 1000, as root (--user root) and as any other (--user 4321). A JupyterHub starts
# jupyterhub-singleuser in it.

FROM python:3.12-slim-bookworm AS built
WORKDIR /source
COPY . .
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

FROM python:3.12-slim-bookworm
RUN --mount=type=bind,from=built,source=/wheels,target=/wheels \
    pip install --no-cache-dir "$(echo /wheels/pnet_paths-*.whl)[app,lab]" "jupyterhub==5.*" \
    && useradd --create-home --uid 1000 jovyan
# Who comes without an entry in /etc/passwd has this home all the same, and may write there.
RUN chmod 0777 /home/jovyan
ENV HOME=/home/jovyan
WORKDIR /home/jovyan
USER 1000
EXPOSE 8888

# The notebooks lie ready wherever it is started; those that are there already stay as they are.
ENTRYPOINT ["sh", "-c", "pnet-paths notebooks \"$HOME/pnet-paths-notebooks\" >/dev/null; exec \"$@\"", "sh"]
CMD ["pnet-paths", "lab", "--no-browser", "--", "--ip=0.0.0.0", "--port=8888"]
