<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <Name>score</Name>
    <UserStyle>
      <Name>score</Name>
      <Title>指数（0–1）</Title>
      <Abstract>Index (0–1)</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <Opacity>0.75</Opacity>
            <ColorMap type="ramp">
              <ColorMapEntry color="#FFFFE5" quantity="0" opacity="0"/>
              <ColorMapEntry color="#FFF7BC" quantity="0.2" opacity="1" label="0.2"/>
              <ColorMapEntry color="#FEC44F" quantity="0.4" opacity="1" label="0.4"/>
              <ColorMapEntry color="#EC7014" quantity="0.6" opacity="1" label="0.6"/>
              <ColorMapEntry color="#B23A0A" quantity="0.8" opacity="1" label="0.8"/>
              <ColorMapEntry color="#6B1A04" quantity="1" opacity="1" label="1.0"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
